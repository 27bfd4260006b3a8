using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Suggestions;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Pages.Frame;

namespace ItsmAi.Hosting.Pages;

/// <summary>The page at <c>/</c>: whether automation runs and its receipts hold, and what it decided last.</summary>
internal static class FirstPage
{
    public static WebAnswer Of(
        IReadOnlyList<DecisionTrail> latest, (VerificationReport Report, DateTimeOffset At) verified, StopState state,
        Func<TicketId, Uri?> linkOf) =>
        PageFrame.Answer(200, "What automation decided", page =>
        {
            page.Open("p").Link(new Uri("/inbox", UriKind.Relative), "What you owe").Close("p");
            Head(page, latest, verified, state);
            page.Open("p").Link(AutonomyPage.Address, "What each class has earned").Close("p");
            if (latest.Count == 0) page.Open("section", "card").Paragraph("No ticket has arrived yet.").Close("section");
            else Table(page, latest, linkOf);
        });

    private static void Head(
        Html page, IReadOnlyList<DecisionTrail> latest, (VerificationReport Report, DateTimeOffset At) verified,
        StopState state)
    {
        page.Open("section", null, ("aria-label", "State"));
        page.Open("ul", "state");
        var running = !state.All && state.Actions.Count == 0;
        page.Element("li", Automation(state), running ? null : "bad");
        var (verifiedCount, faults) = (verified.Report.Verified, verified.Report.Faults.Count);
        page.Element(
            "li", $"Receipts verified: {verifiedCount} of {verifiedCount + faults}, at {verified.At:HH:mm:ss}",
            faults == 0 ? null : "bad");
        page.Close("ul");
        page.Open("ul", "tiles");
        Tile(page, latest.Count, latest.Count == 1 ? "decision shown" : "latest decisions");
        foreach (var verdict in Enum.GetValues<Verdict>())
            Tile(page, latest.Count(trail => trail.Verdict == verdict), InWords.Of(verdict).ToLowerInvariant());
        Tile(page, latest.Count(IsOverridden), "overridden by people");
        page.Close("ul").Close("section");
    }

    private static string Automation(StopState state) => state switch
    {
        { All: true } => $"Automation is stopped by {state.By}: {state.Reason}",
        { Actions.Count: > 0 } =>
            $"Stopped: {string.Join(", ", state.Actions.Select(Action))}, by {state.By}: {state.Reason}",
        _ => "Automation is running",
    };

    private static string Action(ActionKind action) => action.ToString().ToLowerInvariant();

    private static bool IsOverridden(DecisionTrail trail) =>
        trail.Steps.Any(line => line.Receipt.Outcome is OutcomeKind.Overridden or OutcomeKind.Undone or OutcomeKind.Disputed);

    private static void Tile(Html page, int count, string says) =>
        page.Open("li").Element("b", $"{count}").Element("span", says).Close("li");

    private static void Table(Html page, IReadOnlyList<DecisionTrail> latest, Func<TicketId, Uri?> linkOf)
    {
        page.Open("section", "card wide").Open("table", "stack").Element("caption", "Latest decisions");
        page.Heads("Time", "Ticket", "Answer", "What", "How sure", "Why this answer", "What came of it");
        foreach (var trail in latest) Row(page, trail, linkOf);
        page.Close("tbody").Close("table").Close("section");
    }

    private static void Row(Html page, DecisionTrail trail, Func<TicketId, Uri?> linkOf)
    {
        var decided = trail.Decided;
        page.Open("tr");
        Cell(page, "Time", "when").Element(
            "time", $"{decided.At.UtcDateTime:HH:mm:ss}", null, ("datetime", $"{decided.At.UtcDateTime:O}")).Close("td");
        Cell(page, "Ticket", "ticket");
        var ticket = trail.Ticket?.Key ?? "none yet";
        if (trail.Ticket is { } subject && linkOf(subject) is { } link) page.Link(link, ticket);
        else page.Text(ticket);
        page.Close("td");
        Cell(page, "Answer").Element("span", InWords.Of(trail.Verdict), InWords.StyleOf(trail.Verdict)).Close("td");
        Cell(page, "What", "lead").Link(DecisionPage.Address(decided.Decision), InWords.Sentence(decided.Headline));
        page.Element("small", $"{decided.Action}, class {decided.Class}").Close("td");
        Cell(page, "How sure").Element("span", InWords.Sentence(InWords.Confidence(decided))).Close("td");
        Cell(page, "Why").Element("span", InWords.Sentence(decided.Because)).Element("small", $"rule {decided.Rule}").Close("td");
        Cell(page, "Result")
            .Element("span", InWords.Sentence(InWords.Result(trail)), IsOverridden(trail) ? "failed" : null).Close("td");
        page.Close("tr");
    }

    private static Html Cell(Html page, string label, string? style = null) =>
        page.Open("td", style, ("data-label", label));
}
