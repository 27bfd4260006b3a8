using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Policy.Replaying;

/// <summary>One decision that another policy answers otherwise, with what was learned of it since.</summary>
internal sealed class Flip(Receipt decided, Answered from, Answered to, bool isProtected)
{
    private readonly string? _team = decided.Change?.Team?.Name;
    private readonly SortedSet<OutcomeKind> _outcomes = [];
    private bool? _isRight;

    public (string From, string To, ActionKind Action, string Class, bool IsProtected) Key { get; } =
        (from.Outward, to.Outward, decided.Action!.Value, decided.Class!, isProtected);

    private Answered From { get; } = from;

    private Answered To { get; } = to;

    public static FlipGroup Group(IEnumerable<Flip> alike)
    {
        var flips = alike.ToList();
        var (first, key) = (flips[0], flips[0].Key);
        return new FlipGroup(
            first.From,
            first.To,
            key.Action,
            key.Class,
            key.IsProtected,
            flips.Count,
            flips.SelectMany(flip => flip._outcomes).CountBy(kind => kind).ToDictionary(),
            MeasuredShare.Count(flips.Count(flip => flip._isRight == true), flips.Count(flip => flip._isRight is not null)));
    }

    public void Learn(Receipt outcome)
    {
        if (outcome.Outcome is { } kind) _outcomes.Add(kind);
        if (KnownOutcome.SpeaksFor(outcome, _team) is { } speaksFor) _isRight = speaksFor && _isRight != false;
    }
}
