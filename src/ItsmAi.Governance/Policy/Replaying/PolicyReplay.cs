using ItsmAi.Governance.Receipts;

namespace ItsmAi.Governance.Policy.Replaying;

/// <summary>
/// Makes past decisions again under another policy, from the facts and gates that their receipts keep, and counts those
/// that come out otherwise, with what reality said of them since. Nothing is done.
/// </summary>
/// <param name="old">The policy in force; null: each decision is compared with what was answered then.</param>
public sealed class PolicyReplay(PolicyDocument? old, PolicyDocument next)
{
    private readonly HashSet<string> _protected =
        new([.. old?.Protected ?? [], .. next.Protected], StringComparer.Ordinal);

    private readonly Dictionary<string, Flip> _flips = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _gates = new(StringComparer.Ordinal);
    private int _decisions;

    /// <param name="receipts">An outcome comes after the decision that it is of, as it does in a shard.</param>
    public static ReplayReport Over(IEnumerable<Receipt> receipts, PolicyDocument? old, PolicyDocument next)
    {
        var replay = new PolicyReplay(old, next);
        foreach (var receipt in receipts) replay.Add(receipt);
        return replay.Report();
    }

    /// <summary>Takes in the next receipt; kinds that say nothing of a decision's worth are passed over.</summary>
    public void Add(Receipt receipt)
    {
        if (receipt.Kind == ReceiptKind.Decided) Decide(receipt);
        if (receipt.Kind == ReceiptKind.Outcome && _flips.TryGetValue(receipt.Decision, out var flip)) flip.Learn(receipt);
    }

    public ReplayReport Report()
    {
        var groups = _flips.Values.GroupBy(flip => flip.Key).Select(Flip.Group);
        return new ReplayReport(
            old?.Version,
            next.Version,
            _decisions,
            [
                .. groups.OrderByDescending(group => group.IsProtected).ThenByDescending(group => group.Count)
                    .ThenBy(group => group.Class, StringComparer.Ordinal).ThenBy(group => group.Action),
            ],
            [.. _gates]);
    }

    private void Decide(Receipt decided)
    {
        // A receipt that was not made from a suggestion has no facts to decide on.
        if (decided is not { Action: not null, Class: { } label, Confidence: not null }) return;
        _decisions++;
        _gates.UnionWith((decided.Gates ?? []).Select(gate => gate.Name));
        var from = old is null ? DecisionReplay.Of(decided, next).Recorded : DecisionReplay.Under(decided, old);
        var to = DecisionReplay.Under(decided, next);
        if (from.Outward == to.Outward) return;
        var isProtected = _protected.Contains(label) || (decided.ClassNames?.Any(_protected.Contains) ?? false);
        _flips[decided.Decision] = new Flip(decided, from, to, isProtected);
    }
}
