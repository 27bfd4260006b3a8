using System.Security.Cryptography;
using System.Text;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Receipts;

namespace ItsmAi.Governance.Outcomes;

/// <summary>
/// Takes down what reality said: the receipt first, then the track record, and in the same breath whether autonomy is
/// lost by it. Asked again with the same word it finds all that done.
/// </summary>
public sealed class LearnOutcome(ReceiptChain receipts, EarnedAutonomy autonomy, TimeProvider clock)
{
    public async Task Learn(Receipt decided, Word word, string says, CancellationToken stop)
    {
        var observation = new Observation(
            word.Cause.Id.Value, word.Kind, word.Cause.OccurredAt, word.Field, word.To, DigestOf(word.Cause.Actor?.Account ?? "unknown"));
        var (kind, minutes) = await autonomy.Weigh(decided, observation, stop);
        var outcome = ReceiptOf.Outcome(decided, word with { Kind = kind }, says, clock.GetUtcNow());
        await receipts.Append(outcome with { MinutesLost = minutes > 0 ? minutes : null }, stop);
        await autonomy.Observe(decided, observation with { Kind = kind }, stop);
    }

    /// <summary>Enough to tell one person from several, and not who it is.</summary>
    private static string DigestOf(string account) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(account.ToUpperInvariant())).AsSpan(0, 8));
}
