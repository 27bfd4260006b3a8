using System.Globalization;
using System.Runtime.CompilerServices;
using ItsmAi.Governance.Records;

namespace ItsmAi.Governance.Tests.Fakes;

using Record = ItsmAi.Governance.Records.Record;

/// <summary>Records in memory, with a wall that can break before or after any operation.</summary>
internal sealed class MemoryStore : IRecordStore
{
    private readonly SortedDictionary<(string Collection, string Partition, string Row), (byte[] Content, int Version)> _rows =
        new(Comparer<(string Collection, string Partition, string Row)>.Create((a, b) =>
            string.CompareOrdinal(a.Collection, b.Collection) is var c and not 0 ? c
            : string.CompareOrdinal(a.Partition, b.Partition) is var p and not 0 ? p
            : string.CompareOrdinal(a.Row, b.Row)));

    private int _version;

    /// <summary>Called before and after each operation; may throw to play a crash there.</summary>
    public Action<string> At { get; set; } = _ => { };

    public int Count => _rows.Count;

    public Task<Record?> Find(RecordKey key, CancellationToken stop)
    {
        At("before find");
        return Task.FromResult(
            _rows.TryGetValue(Key(key), out var row) ? new Record(key, row.Content, Text(row.Version)) : null);
    }

    public Task<WriteAnswer> Insert(NewRecord record, CancellationToken stop) => InsertTogether([record], stop);

    public Task<WriteAnswer> InsertTogether(IReadOnlyList<NewRecord> records, CancellationToken stop)
    {
        At("before insert");
        foreach (var record in records)
        {
            if (_rows.ContainsKey(Key(record.Key))) return Task.FromResult<WriteAnswer>(new WriteAnswer.Conflict(record.Key));
        }

        _version++;
        foreach (var record in records) _rows[Key(record.Key)] = (record.Content.ToArray(), _version);
        At("after insert");
        return Task.FromResult<WriteAnswer>(new WriteAnswer.Written(Text(_version)));
    }

    public Task<WriteAnswer> Replace(NewRecord record, string expected, CancellationToken stop)
    {
        At("before replace");
        if (!_rows.TryGetValue(Key(record.Key), out var row) || Text(row.Version) != expected)
        {
            return Task.FromResult<WriteAnswer>(new WriteAnswer.Conflict(record.Key));
        }

        _rows[Key(record.Key)] = (record.Content.ToArray(), ++_version);
        At("after replace");
        return Task.FromResult<WriteAnswer>(new WriteAnswer.Written(Text(_version)));
    }

    public Task<WriteAnswer> Delete(RecordKey key, string expected, CancellationToken stop)
    {
        At("before delete");
        return Task.FromResult<WriteAnswer>(
            _rows.Remove(Key(key)) ? new WriteAnswer.Written(expected) : new WriteAnswer.Conflict(key));
    }

    public async IAsyncEnumerable<Record> Read(
        string collection, string partition, string? fromRow, string? toRow, [EnumeratorCancellation] CancellationToken stop)
    {
        await Task.CompletedTask;
        foreach (var (key, row) in _rows.ToList())
        {
            if (key.Collection != collection || key.Partition != partition) continue;
            if (fromRow is not null && string.CompareOrdinal(key.Row, fromRow) < 0) continue;
            if (toRow is not null && string.CompareOrdinal(key.Row, toRow) >= 0) continue;
            yield return new Record(new RecordKey(key.Collection, key.Partition, key.Row), row.Content, Text(row.Version));
        }
    }

    public async IAsyncEnumerable<string> Partitions(string collection, [EnumeratorCancellation] CancellationToken stop)
    {
        await Task.CompletedTask;
        foreach (var name in _rows.Keys.Where(key => key.Collection == collection).Select(key => key.Partition).Distinct().ToList())
        {
            yield return name;
        }
    }

    /// <summary>What a burglar does: no version, no rule.</summary>
    public void Tamper(RecordKey key, Func<byte[], byte[]?> change)
    {
        var row = _rows[Key(key)];
        if (change(row.Content) is { } content) _rows[Key(key)] = (content, row.Version);
        else _rows.Remove(Key(key));
    }

    public byte[] Content(RecordKey key) => _rows[Key(key)].Content;

    public bool Has(RecordKey key) => _rows.ContainsKey(Key(key));

    /// <summary>Everything that is stored in a collection, keys and contents.</summary>
    public IEnumerable<(string Row, byte[] Content)> All(string collection) =>
        _rows.Where(row => row.Key.Collection == collection).Select(row => (row.Key.Row, row.Value.Content));

    public MemoryStore Copy()
    {
        var copy = new MemoryStore { _version = _version };
        foreach (var (key, row) in _rows) copy._rows.Add(key, row);
        return copy;
    }

    public void Plant(RecordKey key, byte[] content) => _rows[Key(key)] = (content, ++_version);

    private static (string Collection, string Partition, string Row) Key(RecordKey key) => (key.Collection, key.Partition, key.Row);

    private static string Text(int version) => version.ToString(CultureInfo.InvariantCulture);
}
