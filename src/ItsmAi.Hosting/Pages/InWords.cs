using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Hosting.Pages;

/// <summary>What receipts mean, in the words of a process owner.</summary>
internal static class InWords
{
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Act => "Done",
        Verdict.Propose => "Left to a person",
        Verdict.Observe => "Only observed",
        Verdict.Refuse => "Refused",
    };

    public static string Of(OutcomeKind? outcome) => outcome switch
    {
        OutcomeKind.Accepted => "accepted",
        OutcomeKind.Overridden => "overridden",
        OutcomeKind.Undone => "undone",
        OutcomeKind.Bounced => "handed on",
        OutcomeKind.Resolved => "resolved",
        OutcomeKind.Reopened => "opened again",
        OutcomeKind.Disputed => "disputed",
        _ => "not known",
    };

    /// <summary>The style of the verdict's mark.</summary>
    public static string StyleOf(Verdict verdict) => $"verdict {verdict.ToString().ToLowerInvariant()}";

    public static string Confidence(Receipt decided) => decided switch
    {
        { Action: ActionKind.Ask } => "by rule",
        { Action: { } action } when action.IsRuled() => "by rule",
        { Confidence: { } value } => Sure(Governance.Suggestions.Confidence.Of(value)),
        _ => "not given",
    };

    /// <summary>What became of it: the last word of people, else what the desk shows.</summary>
    public static string Result(DecisionTrail trail)
    {
        if (trail.Last(ReceiptKind.Outcome) is { } outcome)
            return $"{Of(outcome.Outcome)}: {outcome.Result}";
        if (trail.Last(ReceiptKind.Undone) is { } undone) return $"undone at the request of {undone.Actor}";
        if (trail.Last(ReceiptKind.Rejected) is { } rejected) return $"rejected by {rejected.Actor}";
        if (trail.Last(ReceiptKind.NotApplied) is { } missed) return $"not applied: {missed.Result}";
        var applied = trail.Last(ReceiptKind.Applied);
        return (trail.Verdict, applied) switch
        {
            (Verdict.Act, not null) => "done and read back",
            (Verdict.Propose, { Id: var id }) when id.EndsWith("-approved-applied", StringComparison.Ordinal) =>
                "approved, done and read back",
            (Verdict.Propose, not null) => "noted on the ticket, waits for a person",
            (Verdict.Act or Verdict.Propose, null) => "under way",
            _ => "nothing was written",
        };
    }

    public static string Step(ReceiptKind kind) => kind switch
    {
        ReceiptKind.Decided => "decided",
        ReceiptKind.Applied => "carried out",
        ReceiptKind.NotApplied => "not carried out",
        ReceiptKind.Approved => "approved",
        ReceiptKind.Rejected => "rejected",
        ReceiptKind.UndoAsked => "undo asked",
        ReceiptKind.ApprovedInPart => "approved in part",
        ReceiptKind.ReviewerFlagged => "reviewer flagged",
        ReceiptKind.Undone => "undone",
        ReceiptKind.Outcome => "outcome",
        _ => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>The text as the beginning of a sentence.</summary>
    public static string Sentence(string? text) =>
        string.IsNullOrEmpty(text) ? "" : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Sure(Confidence confidence) => $"{confidence.InWords()} ({confidence})";
}
