using ItsmAi.Desk.People;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Receipts;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Pages.Frame;

namespace ItsmAi.Hosting.Pages;

/// <summary>The page at <c>/inbox</c>: what somebody owes, what is overdue first, and how it can end.</summary>
internal static class InboxPage
{
    /// <param name="open">What this person owes or what went up to them, the earliest due first.</param>
    public static WebAnswer Of(Person reader, IReadOnlyList<Obligation> open, DateTimeOffset now) =>
        PageFrame.Answer(200, "What you owe", page =>
        {
            page.Open("p").Link(new Uri("/", UriKind.Relative), "All decisions").Close("p");
            Head(page, open, now);
            if (open.Count == 0) page.Open("section", "card").Paragraph($"Nothing is owed by {reader}.").Close("section");
            else Table(page, reader, open, now);
            page.Paragraph(
                "Say how one ended with itsmai obligations dispose, or with POST /api/obligations/{id}/{disposition}. "
                + "That you saw it is no end.", "quiet");
        });

    private static void Head(Html page, IReadOnlyList<Obligation> open, DateTimeOffset now)
    {
        page.Open("ul", "tiles");
        Tile(page, open.Count, "open");
        Tile(page, open.Count(owed => owed.IsOverdue(now)), "overdue");
        Tile(page, open.Count(owed => owed.Level > 0), "went up");
        page.Close("ul");
    }

    private static void Tile(Html page, int count, string says) =>
        page.Open("li").Element("b", $"{count}").Element("span", says).Close("li");

    private static void Table(Html page, Person reader, IReadOnlyList<Obligation> open, DateTimeOffset now)
    {
        page.Open("section", "card wide").Open("table", "stack").Element("caption", "Open obligations");
        page.Heads("Due", "State", "What", "Owner", "Id");
        foreach (var owed in open.OrderBy(owed => !owed.IsOverdue(now)).ThenBy(owed => owed.DueAt)) Row(page, reader, owed, now);
        page.Close("tbody").Close("table").Close("section");
    }

    private static void Row(Html page, Person reader, Obligation owed, DateTimeOffset now)
    {
        page.Open("tr");
        Cell(page, "Due", "when").Time(owed.DueAt).Close("td");
        var (state, style) = StateOf(owed, now);
        Cell(page, "State").Element("span", state, $"verdict {style}").Close("td");
        Cell(page, "What", "lead");
        if (ReceiptAddress.ShardIn(owed.About) is null) page.Text(owed.Says);
        else page.Link(DecisionPage.Address(owed.About), owed.Says);
        if (owed.OwnershipException is { } exception) page.Element("small", $"instead of its owner: {exception}");
        page.Close("td");
        Cell(page, "Owner").Text(owed.Owner == reader ? "you" : $"{owed.Owner}, went up to you").Close("td");
        Cell(page, "Id").Element("code", owed.Id).Close("td").Close("tr");
    }

    private static Html Cell(Html page, string label, string? style = null) =>
        page.Open("td", style, ("data-label", label));

    private static (string State, string Style) StateOf(Obligation owed, DateTimeOffset now)
    {
        if (owed.IsOverdue(now)) return (owed.Level > 0 ? $"overdue, level {owed.Level}" : "overdue", "refuse");
        return owed.AcknowledgedAt is null ? ("open", "propose") : ("acknowledged", "observe");
    }
}
