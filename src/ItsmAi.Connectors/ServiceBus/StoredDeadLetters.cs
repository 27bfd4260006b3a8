using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ItsmAi.Desk.Events;
using ItsmAi.Governance.Records;

namespace ItsmAi.Connectors.ServiceBus;

/// <summary>
/// Our own dead letters where the queue is a Service Bus: permanent faults, answered 200 to the host and kept here.
/// </summary>
public sealed class StoredDeadLetters(IRecordStore store, ServiceBusSender sender, TimeProvider clock) : IDeadLetters
{
    private const string Collection = "deadletters";
    private const string Partition = "all";

    public Task Keep(DeadLetter letter, CancellationToken stop) => store.Insert(
        new NewRecord(KeyOf(letter.Id), JsonSerializer.SerializeToUtf8Bytes(letter, DeadLetterJson.Default.DeadLetter)), stop);

    public async IAsyncEnumerable<DeadLetter> List([EnumeratorCancellation] CancellationToken stop)
    {
        var letters = new List<DeadLetter>();
        await foreach (var row in store.Read(Collection, Partition, null, null, stop)) letters.Add(Parse(row));
        foreach (var letter in letters.OrderBy(letter => letter.DiedAt)) yield return letter;
    }

    public async Task<DeadLetter?> Find(string id, CancellationToken stop) =>
        await store.Find(KeyOf(id), stop) is { } row ? Parse(row) : null;

    public async Task<bool> Redrive(string id, CancellationToken stop)
    {
        if (await store.Find(KeyOf(id), stop) is not { } row) return false;
        var letter = Parse(row);

        // A new message id: the queue's duplicate detection remembers the first sending.
        var again = $"{letter.Id}/again-{clock.GetUtcNow().ToUnixTimeMilliseconds()}";
        await sender.Send(again, letter.Subject.Length > 0 ? letter.Subject : letter.Id, letter.Message, stop);
        return await store.Delete(row.Key, row.Version, stop) is WriteAnswer.Written;
    }

    public async Task<bool> Discard(string id, CancellationToken stop) =>
        await store.Find(KeyOf(id), stop) is { } row
        && await store.Delete(row.Key, row.Version, stop) is WriteAnswer.Written;

    private static RecordKey KeyOf(string id) =>
        new(Collection, Partition, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id))));

    private static DeadLetter Parse(Record row) =>
        JsonSerializer.Deserialize(row.Content.Span, DeadLetterJson.Default.DeadLetter)
        ?? throw new JsonException($"{row.Key} holds null");
}
