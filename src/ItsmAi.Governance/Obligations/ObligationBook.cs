using System.Runtime.CompilerServices;
using System.Text.Json;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Records;

namespace ItsmAi.Governance.Obligations;

/// <summary>Who owes what by when. Adding one again changes nothing; only a disposition ends one.</summary>
public sealed class ObligationBook(IRecordStore store, TimeProvider clock)
{
    private const string Collection = "obligations";
    private const string Partition = "all";

    public Task Add(Obligation obligation, CancellationToken stop) =>
        store.Insert(new NewRecord(KeyOf(obligation.Id), Write(obligation)), stop);

    /// <summary>Ends the obligation; one that is already ended, or was never raised, stays as it is.</summary>
    public async Task Dispose(string id, Disposition disposition, Person by, CancellationToken stop)
    {
        while (await store.Find(KeyOf(id), stop) is { } row)
        {
            var obligation = Parse(row);
            if (obligation.Disposition is not null) return;
            var ended = obligation with { Disposition = disposition, DisposedBy = by.Account, DisposedAt = clock.GetUtcNow() };
            if (await store.Replace(new NewRecord(row.Key, Write(ended)), row.Version, stop) is WriteAnswer.Written) return;
        }
    }

    public async Task<Obligation?> Find(string id, CancellationToken stop) =>
        await store.Find(KeyOf(id), stop) is { } row ? Parse(row) : null;

    public async IAsyncEnumerable<Obligation> All([EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var row in store.Read(Collection, Partition, null, null, stop)) yield return Parse(row);
    }

    /// <summary>Obligations as one JSON array.</summary>
    public static string Json(IReadOnlyList<Obligation> obligations) =>
        JsonSerializer.Serialize(obligations, ObligationJson.Default.IReadOnlyListObligation);

    private static RecordKey KeyOf(string id) => new(Collection, Partition, id);

    private static byte[] Write(Obligation obligation) =>
        JsonSerializer.SerializeToUtf8Bytes(obligation, ObligationJson.Default.Obligation);

    private static Obligation Parse(Record row) =>
        JsonSerializer.Deserialize(row.Content.Span, ObligationJson.Default.Obligation)
        ?? throw new JsonException($"{row.Key} holds null");
}
