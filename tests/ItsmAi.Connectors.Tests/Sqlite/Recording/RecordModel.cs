using ItsmAi.Governance.Records;
using Record = ItsmAi.Governance.Records.Record;

namespace ItsmAi.Connectors.Tests.Sqlite.Recording;

/// <summary>What a store of one collection is to be: a sorted dictionary, and every version that a key ever had.</summary>
internal sealed class RecordModel
{
    private static readonly Comparer<(string Partition, string Row)> Ordinal = Comparer<(string Partition, string Row)>.Create(
        (one, other) => string.CompareOrdinal(one.Partition, other.Partition) is var partition and not 0
            ? partition
            : string.CompareOrdinal(one.Row, other.Row));

    private readonly SortedDictionary<(string Partition, string Row), Record> _records = new(Ordinal);

    private readonly HashSet<(RecordKey Key, string Version)> _over = [];

    public IEnumerable<string> Partitions => _records.Keys.Select(key => key.Partition).Distinct();

    public Record? Find(RecordKey key) => _records.GetValueOrDefault((key.Partition, key.Row));

    public IEnumerable<Record> Read(string partition, string? from, string? to) => _records.Values.Where(
        record => record.Key.Partition == partition
            && string.CompareOrdinal(record.Key.Row, from ?? "") >= 0
            && (to is null || string.CompareOrdinal(record.Key.Row, to) < 0));

    /// <summary>Takes over what the store answered to an insertion, and says whether it may answer that.</summary>
    public bool Inserted(IReadOnlyList<NewRecord> records, WriteAnswer answer)
    {
        if (records.FirstOrDefault(record => Find(record.Key) is not null) is { } taken)
            return answer == new WriteAnswer.Conflict(taken.Key);
        return answer is WriteAnswer.Written written && records.All(record => Keep(record, written.Version));
    }

    public bool Replaced(NewRecord record, string expected, WriteAnswer answer) =>
        Find(record.Key)?.Version == expected
            ? answer is WriteAnswer.Written written && End(record.Key) && Keep(record, written.Version)
            : answer == new WriteAnswer.Conflict(record.Key);

    public bool Deleted(RecordKey key, string expected, WriteAnswer answer) =>
        Find(key)?.Version == expected
            ? answer is WriteAnswer.Written && End(key)
            : answer == new WriteAnswer.Conflict(key);

    private bool Keep(NewRecord record, string version)
    {
        _records.Add((record.Key.Partition, record.Key.Row), new Record(record.Key, record.Content, version));

        // A version that is over must never come to mean another content.
        return !_over.Contains((record.Key, version));
    }

    private bool End(RecordKey key)
    {
        _over.Add((key, Find(key)!.Version));
        return _records.Remove((key.Partition, key.Row));
    }
}
