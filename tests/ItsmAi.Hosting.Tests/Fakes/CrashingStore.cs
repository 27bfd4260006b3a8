using System.Runtime.CompilerServices;
using ItsmAi.Governance.Records;
using Record = ItsmAi.Governance.Records.Record;

namespace ItsmAi.Hosting.Tests.Fakes;

/// <summary>A store at whose operations the process can be made to end, before or after what was asked of it.</summary>
internal sealed class CrashingStore(IRecordStore store) : IRecordStore
{
    /// <summary>Operations that are left before the end; negative: it does not come.</summary>
    public int Left { get; set; } = -1;

    /// <summary>It does not answer.</summary>
    public bool IsAway { get; set; }

    /// <summary>What happens elsewhere just before a record is inserted, once.</summary>
    public (string Collection, Func<Task> Happens)? BeforeInsert { get; set; }

    public Task<Record?> Find(RecordKey key, CancellationToken stop) => At(() => store.Find(key, stop));

    public async Task<WriteAnswer> Insert(NewRecord record, CancellationToken stop)
    {
        if (BeforeInsert is { } before && before.Collection == record.Key.Collection)
        {
            BeforeInsert = null;
            await before.Happens();
        }

        return await At(() => store.Insert(record, stop));
    }

    public Task<WriteAnswer> InsertTogether(IReadOnlyList<NewRecord> records, CancellationToken stop) =>
        At(() => store.InsertTogether(records, stop));

    public Task<WriteAnswer> Replace(NewRecord record, string expected, CancellationToken stop) =>
        At(() => store.Replace(record, expected, stop));

    public Task<WriteAnswer> Delete(RecordKey key, string expected, CancellationToken stop) =>
        At(() => store.Delete(key, expected, stop));

    public async IAsyncEnumerable<Record> Read(
        string collection, string partition, string? fromRow, string? toRow, [EnumeratorCancellation] CancellationToken stop)
    {
        Count();
        await foreach (var row in store.Read(collection, partition, fromRow, toRow, stop)) yield return row;
    }

    public async IAsyncEnumerable<string> Partitions(string collection, [EnumeratorCancellation] CancellationToken stop)
    {
        Count();
        await foreach (var one in store.Partitions(collection, stop)) yield return one;
    }

    private async Task<TAnswer> At<TAnswer>(Func<Task<TAnswer>> ask)
    {
        Count();
        var answer = await ask();
        Count();
        return answer;
    }

    private void Count()
    {
        if (IsAway) throw new StoreUnavailableException("no answer");
        if (Left == 0) throw new ProcessEndedException();
        if (Left > 0) Left--;
    }
}
