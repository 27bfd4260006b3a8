using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Records;

namespace ItsmAi.Governance.Receipts.Pseudonyms;

/// <summary>
/// Puts pseudonyms for the names on a receipt before it is written, and names for the pseudonyms where people read it.
/// People stand in these places only; a receipt's sentences name nobody.
/// </summary>
public sealed class NamesOnReceipts(IRecordStore store)
{
    private readonly PseudonymBook _people = new(store);

    public Task<Receipt> Hide(Receipt receipt, CancellationToken stop) => Change(receipt, _people.For, stop);

    public Task<Receipt> Show(Receipt receipt, CancellationToken stop) => Change(receipt, _people.NameOf, stop);

    /// <summary>The lines for people to read: their bytes are no longer those that were hashed.</summary>
    public async Task<IReadOnlyList<ReceiptLine>> Show(IReadOnlyList<ReceiptLine> lines, CancellationToken stop)
    {
        var met = new Dictionary<string, string>(StringComparer.Ordinal);
        var shown = new List<ReceiptLine>(lines.Count);
        foreach (var line in lines)
        {
            shown.Add(line with { Receipt = await Change(line.Receipt, Remembered, stop) });
        }

        return shown;

        async Task<string> Remembered(string actor, CancellationToken token) =>
            met.TryGetValue(actor, out var name) ? name : met[actor] = await _people.NameOf(actor, token);
    }

    private static async Task<Receipt> Change(
        Receipt receipt, Func<string, CancellationToken, Task<string>> name, CancellationToken stop) => receipt with
        {
            Actor = await name(receipt.Actor, stop),
            Owner = receipt.Owner is { } owner ? await name(owner, stop) : null,
            Accountable = receipt.Accountable is { } accountable ? await name(accountable, stop) : null,
            Before = await Change(receipt.Before, name, stop),
            After = await Change(receipt.After, name, stop),
        };

    private static async Task<TicketFields?> Change(
        TicketFields? fields, Func<string, CancellationToken, Task<string>> name, CancellationToken stop) =>
        fields is { Assignee: { } agent } ? fields with { Assignee = new Person(await name(agent.Account, stop)) } : fields;
}
