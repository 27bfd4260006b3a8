using ItsmAi.Governance.Receipts;

namespace ItsmAi.Governance.Policy.Replaying;

/// <summary>
/// A decision made again from what its receipt keeps: the same facts, the same gates, the policy that the receipt names.
/// </summary>
public sealed record DecisionReplay(Answered Recorded, Answered Replayed)
{
    public bool IsSame => Recorded == Replayed;

    /// <exception cref="ArgumentException">The receipt is not that of a decision.</exception>
    public static DecisionReplay Of(Receipt decided, PolicyDocument policy) => new(
        new Answered(decided.Verdict, decided.Level, decided.Rule), Under(decided, policy));

    internal static Answered Under(Receipt decided, PolicyDocument policy)
    {
        var answer = Decide.On(PolicyFacts.Of(decided), policy, decided.Gates ?? []);
        return new Answered(answer.Verdict, answer.Level, answer.Rule);
    }
}
