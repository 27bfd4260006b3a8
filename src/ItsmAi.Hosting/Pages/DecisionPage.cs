using ItsmAi.Desk.Tickets;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Pages.Frame;

namespace ItsmAi.Hosting.Pages;

/// <summary>
/// The page of one decision: every step from the event to the outcome, and the receipts that testify them.
/// </summary>
internal static class DecisionPage
{
    public static Uri Address(string decision) => new($"/decisions/{Uri.EscapeDataString(decision)}", UriKind.Relative);

    public static WebAnswer Of(DecisionTrail trail, Func<TicketId, Uri?> linkOf) =>
        PageFrame.Answer(200, "One decision, step by step", page =>
        {
            var decided = trail.Decided;
            page.Open("p").Link(new Uri("/", UriKind.Relative), "All decisions").Close("p");
            page.Open("section", "card").Open("p")
                .Element("span", InWords.Of(trail.Verdict), InWords.StyleOf(trail.Verdict)).Close("p");
            page.Heading(2, InWords.Sentence(decided.Headline));
            page.Paragraph($"{InWords.Sentence(decided.Because)}. {InWords.Sentence(InWords.Result(trail))}.");
            if (trail.Ticket is { } subject && linkOf(subject) is { } link)
                page.Open("p").Link(link, $"Ticket {subject.Key} at the desk").Close("p");
            page.Close("section");
            page.Open("ol", "chain");
            DecisionSteps.Write(page, trail);
            page.Close("ol");
            Receipts(page, trail);
        });

    public static WebAnswer Missing { get; } = PageFrame.Answer(404, "No such decision", page =>
    {
        page.Paragraph("No receipt bears this id.");
        page.Open("p").Link(new Uri("/", UriKind.Relative), "All decisions").Close("p");
    });

    private static void Receipts(Html page, DecisionTrail trail)
    {
        page.Open("section", "card wide").Open("table").Element("caption", "Receipts of this decision");
        page.Heads("Place", "Step", "Written", "By", "Follows (SHA-256)", "Id");
        foreach (var (shard, sequence, previous, receipt) in trail.Steps)
        {
            page.Open("tr").Element("td", $"{shard}/{sequence}").Element("td", InWords.Step(receipt.Kind));
            page.Open("td").Time(receipt.At).Close("td").Element("td", receipt.Actor);
            page.Open("td").Element("code", previous.Length == 0 ? "the first of its chain" : previous[..16] + "…").Close("td");
            page.Open("td").Element("code", receipt.Id).Close("td").Close("tr");
        }

        page.Close("tbody").Close("table").Close("section");
    }
}
