using System.Text.Json;
using ItsmAi.Desk.Events;
using ItsmAi.Governance.Records;
using ItsmAi.Incidents.Duplicates;

namespace ItsmAi.Hosting.Reactions.Duplicates;

/// <summary>The duplicates of each desk, one record a desk: the graph, and what the desk is still to be told of it.</summary>
public sealed class DuplicateBook(IRecordStore store)
{
    private static readonly DuplicateRecord Empty = new(0, [], [], []);

    public async Task<DuplicateRecord> Read(ConnectionName desk, CancellationToken stop) =>
        await store.Find(KeyOf(desk), stop) is { } row ? Parse(row) : Empty;

    /// <summary>Keeps what <paramref name="next"/> makes of the record as it stands; null leaves it.</summary>
    public async Task Change(ConnectionName desk, Func<DuplicateRecord, DuplicateRecord?> next, CancellationToken stop)
    {
        while (true)
        {
            var row = await store.Find(KeyOf(desk), stop);
            if (next(row is null ? Empty : Parse(row)) is not { } after) return;
            var content = JsonSerializer.SerializeToUtf8Bytes(after, DuplicateJson.Default.DuplicateRecord);
            var record = new NewRecord(KeyOf(desk), content);
            var answer = row is null ? await store.Insert(record, stop) : await store.Replace(record, row.Version, stop);
            if (answer is WriteAnswer.Written) return;
        }
    }

    private static RecordKey KeyOf(ConnectionName desk) => new("duplicates", desk.Value, "graph");

    private static DuplicateRecord Parse(Record row) =>
        JsonSerializer.Deserialize(row.Content.Span, DuplicateJson.Default.DuplicateRecord)!;
}
