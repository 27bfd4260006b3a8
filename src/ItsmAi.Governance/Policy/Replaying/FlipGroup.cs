using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Policy.Replaying;

/// <summary>Decisions that another policy answers otherwise, alike in what was answered, action and class.</summary>
/// <param name="IsProtected">The class is one for which a change takes two people.</param>
/// <param name="Count">How many decisions.</param>
/// <param name="Outcomes">
/// What reality said of them, by kind: of how many decisions. A decision may have several outcomes, or none yet.
/// </param>
/// <param name="Right">How many turned out right among those with a known outcome.</param>
public sealed record FlipGroup(
    Answered From,
    Answered To,
    ActionKind Action,
    string Class,
    bool IsProtected,
    int Count,
    IReadOnlyDictionary<OutcomeKind, int> Outcomes,
    MeasuredShare Right)
{
    /// <summary>The share that turned out wrong, with the 95 % interval of Wilson.</summary>
    public (int Wrong, int Of, double Lower, double Upper) Wrong =>
        (Right.Of - Right.Right, Right.Of, 1 - Right.Upper, 1 - Right.Lower);
}
