using ItsmAi.Desk.People;

namespace ItsmAi.Governance.Receipts.Pseudonyms;

/// <summary>
/// Removes what ties a person to their receipts. The receipt of it comes first and names the pseudonym alone, so a
/// repeat after a crash finishes what was begun.
/// </summary>
public sealed class ErasePerson(ReceiptChain receipts, PseudonymBook people, TimeProvider clock)
{
    /// <returns>The pseudonym that stays on the receipts; null where nobody of that name is known.</returns>
    public async Task<string?> Handle(Person who, Person by, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(by.Account)) throw new ArgumentException("by: somebody has to answer for it", nameof(by));
        if (await people.Known(who.Account, stop) is not { } pseudonym) return null;
        var decision = ReceiptAddress.DecisionOn(pseudonym, "erase", pseudonym);
        await receipts.Append(
            new Receipt
            {
                Id = $"{decision}-{ReceiptKind.PersonErased}".ToLowerInvariant(),
                Kind = ReceiptKind.PersonErased,
                At = clock.GetUtcNow(),
                Decision = decision,
                Actor = by.Account,
                Result = $"nothing tells any more who {pseudonym} is",
            },
            stop);
        await people.Forget(who.Account, stop);
        return pseudonym;
    }
}
