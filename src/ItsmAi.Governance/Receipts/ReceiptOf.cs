using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Redacting;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Receipts;

/// <summary>Writes each step down as a receipt. Nothing here decides anything.</summary>
internal static class ReceiptOf
{
    public static Receipt Decision(
        Suggestion suggestion, Decision answer, string decision, Event cause, string policyVersion, Person self, DateTimeOffset at) => new()
        {
            Id = $"{decision}-decided",
            Kind = ReceiptKind.Decided,
            At = at,
            Decision = decision,
            Subject = suggestion.Subject,
            Event = cause.Id.Value,
            Actor = self.Account,
            Action = suggestion.Action,
            Class = suggestion.Class,
            ClassId = suggestion.ClassId,
            ClassNames = suggestion.ClassNames is [var only] && only == suggestion.Class ? null : suggestion.ClassNames,
            Verdict = answer.Verdict,
            Level = answer.Level,
            Ceiling = answer.Ceiling,
            Rule = answer.Rule,
            Because = answer.Because,
            Headline = suggestion.Headline,
            Reasons = suggestion.Because,
            Confidence = suggestion.Confidence.Value,
            Completeness = suggestion.Completeness,
            Vip = suggestion.IsVip ? true : null,
            Accountable = suggestion.Accountable?.Account,
            Candidates = suggestion.Candidates,
            Gates = answer.Gates,
            Change = suggestion.Change,
            Before = suggestion.Basis,
            InputHash = suggestion.InputHash,
            Versions = suggestion.Versions,
            PolicyVersion = policyVersion,
        };

    public static Receipt Result(
        Receipt decided, Receipt step, DeskAnswer answer, ReceiptKind success, Person self, DateTimeOffset at)
    {
        var applied = answer as DeskAnswer.Applied;
        var kind = applied is null ? ReceiptKind.NotApplied : success;
        return new Receipt
        {
            Id = $"{step.Id}-{kind}".ToLowerInvariant(),
            Kind = kind,
            At = at,
            Decision = decided.Decision,
            Subject = decided.Subject,
            Event = step.Event,
            Actor = self.Account,
            Action = decided.Action,
            Class = decided.Class,
            ClassId = decided.ClassId,
            After = applied?.After.Fields,
            Opened = decided.Change?.Opening is null ? null : applied?.After.Id,
            DeskVersion = applied?.After.Version,
            Result = Says(answer),
        };
    }

    public static Receipt Answer(Receipt decided, ReceiptKind kind, Event cause, DateTimeOffset at) => new()
    {
        Id = $"{decided.Decision}-{kind}".ToLowerInvariant(),
        Kind = kind,
        At = at,
        Decision = decided.Decision,
        Subject = decided.Subject,
        Event = cause.Id.Value,
        Actor = cause.Actor?.Account ?? "unknown",
        Action = decided.Action,
        Class = decided.Class,
        Because = cause.Remark is { } remark ? Redaction.Redact(remark) : null,
    };

    public static Receipt Outcome(Receipt decided, Word word, string says, DateTimeOffset at) => new()
    {
        Id = OutcomeId(decided, word),
        Kind = ReceiptKind.Outcome,
        At = at,
        Decision = decided.Decision,
        Subject = decided.Subject,
        Event = word.Cause.Id.Value,
        Actor = word.Cause.Actor?.Account ?? "unknown",
        Action = decided.Action,
        Class = decided.Class,
        ClassId = decided.ClassId,
        Outcome = word.Kind,
        Field = word.Field,
        To = word.To,
        OccurredAt = word.Cause.OccurredAt,
        Result = says,
    };

    private static string OutcomeId(Receipt decided, Word word)
    {
        var told = ReceiptAddress.DecisionOn(word.Cause.Subject.Key, $"outcome {word.Field}", word.Cause.Id.Value);
        return $"{decided.Decision}-outcome-{told[2..]}";
    }

    /// <param name="flag">The decision on which the spell began.</param>
    public static Receipt Flagged(Receipt decided, string flag, Person reviewer, string says, DateTimeOffset at) => new()
    {
        Id = $"{flag}-reviewerflagged",
        Kind = ReceiptKind.ReviewerFlagged,
        At = at,
        Decision = flag,
        Subject = flag == decided.Decision ? decided.Subject : null,
        Actor = reviewer.Account,
        Result = says,
    };

    private static string Says(DeskAnswer answer) => answer switch
    {
        DeskAnswer.Applied { Already: true } => "the desk shows it already",
        DeskAnswer.Applied => "read back and found as asked",
        DeskAnswer.Overtaken overtaken => $"{overtaken.Field}: {overtaken.Says}",
        DeskAnswer.NotApplied refused => $"{refused.Field}: {refused.Says}",
        DeskAnswer.Missing missing => missing.Says,
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "an answer that receipts do not know"),
    };
}
