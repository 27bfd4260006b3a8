using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Suggestions;
using ItsmAi.Hosting.Pages;
using ItsmAi.ServiceDeskWorld.Tickets;

namespace ItsmAi.Hosting.Demo.Playing;

/// <summary>One ticket of the demonstration with what was decided about it and what people made of that.</summary>
internal sealed record DemoLine(Arrival Arrival, DecisionTrail Trail)
{
    public Receipt Decided => Trail.Decided;

    public bool IsQuestion => Decided.Action == ActionKind.Ask;

    public bool IsApplied => Trail.Last(ReceiptKind.Applied) is not null;

    public bool IsActed => Trail.Verdict == Verdict.Act && IsApplied;

    public bool IsOverridden => Trail.Last(ReceiptKind.Outcome)?.Outcome is OutcomeKind.Overridden;

    public bool IsAccepted => Trail.Last(ReceiptKind.Outcome)?.Outcome is OutcomeKind.Accepted;

    /// <summary>The simulation alone knows it: whether the team that was named is the one that can help.</summary>
    public bool IsRight => Decided.Change?.Team == Arrival.TrueTeam;

    public override string ToString()
    {
        var sure = IsQuestion ? "    " : $"{Decided.Confidence:0.00}";
        var answer = IsQuestion ? "asked" : InWords.Of(Trail.Verdict).ToLowerInvariant();
        return $"{Arrival.Number,5}  {answer,-16}  {sure}  {Decided.Class,-21}  {Printable(Arrival.Title)}";
    }

    /// <summary>A ticket's text must not move the cursor of a terminal.</summary>
    private static string Printable(string text) =>
        string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
