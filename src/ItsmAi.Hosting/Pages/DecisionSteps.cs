using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Receipts;
using ItsmAi.Hosting.Pages.Frame;

namespace ItsmAi.Hosting.Pages;

/// <summary>
/// The steps of one decision as a chain: event, suggestion, decision, and what was done and came of it.
/// </summary>
internal static class DecisionSteps
{
    public static void Write(Html page, DecisionTrail trail)
    {
        var decided = trail.Decided;
        Step(page, "Event", "What set it off", () => page.Facts(
            [("Event", decided.Event ?? "none"), ("Ticket", trail.Ticket?.Key ?? "none")]));
        Step(page, "Suggestion", "What spoke for it", () => Suggestion(page, decided));
        Step(page, "Decision", $"{InWords.Of(trail.Verdict)} by rule {decided.Rule}", () => Decision(page, decided));
        foreach (var line in trail.Steps.Where(line => line.Receipt.Kind != ReceiptKind.Decided))
            Step(page, NameOf(line.Receipt.Kind), HeadlineOf(line.Receipt), () => Result(page, decided, line.Receipt));
    }

    private static void Step(Html page, string name, string headline, Action body)
    {
        page.Open("li", "card").Paragraph(name, "step").Heading(2, headline);
        body();
        page.Close("li");
    }

    private static void Suggestion(Html page, Receipt decided)
    {
        page.Facts(
        [
            ("How sure", InWords.Confidence(decided)), ("Completeness", $"{decided.Completeness} of 100"),
            ("Class", decided.Class ?? "none"), ("Model", decided.Versions?.Model ?? "none"),
            ("Taxonomy", decided.Versions?.Taxonomy ?? "none"), ("Redacted input (SHA-256)", decided.InputHash ?? "none"),
        ]);
        if (decided.Reasons is { Count: > 0 } reasons)
        {
            page.Heading(3, "Reasons").Open("ul");
            foreach (var reason in reasons) page.Element("li", reason);
            page.Close("ul");
        }

        if (decided.Candidates is not { Count: > 0 } candidates) return;
        page.Heading(3, "Candidates").Open("div", "plain").Open("table");
        page.Heads("Category", "Probability");
        foreach (var (label, probability) in candidates)
        {
            page.Open("tr").Element("td", label).Open("td");
            page.Element("meter", "", null, ("min", "0"), ("max", "1"), ("value", $"{probability:0.000}"), ("aria-hidden", "true"));
            page.Text($" {probability:0.000}").Close("td").Close("tr");
        }

        page.Close("tbody").Close("table").Close("div");
    }

    private static void Decision(Html page, Receipt decided)
    {
        page.Facts(
        [
            ("Why", decided.Because ?? "none"), ("Level", decided.Level?.ToString() ?? "none"),
            ("Policy", decided.PolicyVersion ?? "none"), ("Decided by", decided.Actor),
        ]);
        if (decided.Gates is not { Count: > 0 } gates) return;
        page.Heading(3, "Gates").Open("div", "plain").Open("table");
        page.Heads("Gate", "Result", "It says");
        foreach (var gate in gates)
        {
            page.Open("tr").Element("td", gate.Name);
            page.Element("td", gate.Passed ? "passed" : $"failed, at most {gate.Cap}", gate.Passed ? "passed" : "failed");
            page.Element("td", gate.Says).Close("tr");
        }

        page.Close("tbody").Close("table").Close("div");
    }

    private static void Result(Html page, Receipt decided, Receipt step)
    {
        var facts = new List<(string, string)> { ("By", step.Actor), ("At", $"{step.At.UtcDateTime:yyyy-MM-dd HH:mm:ss}") };
        if (step.Event is { } because && because != decided.Event) facts.Add(("Event", because));
        if (step.After is { } after && decided.Before is { } before) facts.AddRange(Changed(before, after));
        if (step.DeskVersion is { Length: > 0 } version) facts.Add(("Version at the desk", version));
        if (step.Because is { Length: > 0 } remark) facts.Add(("Remark", remark));
        page.Facts(facts);
    }

    private static IEnumerable<(string, string)> Changed(TicketFields before, TicketFields after)
    {
        if (before.Team != after.Team) yield return ("Team", $"{before.Team} → {after.Team}");
        if (before.Category != after.Category)
            yield return ("Category", $"{before.Category ?? "none"} → {after.Category ?? "none"}");
        if (before.Priority != after.Priority)
            yield return ("Priority", $"{before.Priority?.ToString() ?? "none"} → {after.Priority?.ToString() ?? "none"}");
    }

    private static string NameOf(ReceiptKind kind) => kind switch
    {
        ReceiptKind.Applied or ReceiptKind.NotApplied or ReceiptKind.Undone => "Action",
        ReceiptKind.Outcome => "Outcome",
        _ => "A person's answer",
    };

    private static string HeadlineOf(Receipt step) => step switch
    {
        { Kind: ReceiptKind.Outcome, Outcome: { } outcome } => $"{outcome}: {step.Result}",
        { Result: { Length: > 0 } result } => $"{InWords.Sentence(InWords.Step(step.Kind))}: {result}",
        _ => $"{InWords.Sentence(InWords.Step(step.Kind))} by {step.Actor}",
    };
}
