using ItsmAi.Governance.Records;
using Record = ItsmAi.Governance.Records.Record;

namespace ItsmAi.Connectors.Tests.Sqlite.Recording;

/// <summary>
/// Some thirty calls drawn by a seed, on rows of series and on rows that nearly are, each answer held against the model.
/// </summary>
internal sealed class RecordHistory(int seed, IReadOnlyList<IRecordStore> stores)
{
    private const int Calls = 30;

    private static readonly string[] Prefixes = ["", "", "s-", "s-", "s-", "s", "it's", "100%_", "s-1", "\u00E4/", "\uD83D\uDE00"];

    private static readonly string[] Endings =
    [
        "000000000000", "000000000001", "000000000002", "000000000009", "000000000010", "000000000011", "000000000100",
        "099999999999", "100000000000", "999999999998", "999999999999",
        "00000000001", "0000000000001", "00000000000x", "000000000001x", "000000000001\u0661", "x",
    ];

    private static readonly string[] Bounds =
        ["s-", "s.", "s-0", "s-00000000001", "s-0000000000005", "s-000000000001\u0000", "s-1", "s-2", "0", "1", "it", "\uFFFF", ""];

    private readonly Random _random = new(seed);

    private readonly RecordModel _model = new();

    private readonly List<string> _rows = [];

    private readonly string _collection = $"history{seed}";

    /// <summary>What went wrong first, and null where nothing did.</summary>
    public async Task<string?> Run(CancellationToken stop)
    {
        var some = _random.Next(4, 14);
        while (_rows.Count < some)
            _rows.Add(One(Prefixes) + One(Endings));
        for (var call = 0; call < Calls; call++)
        {
            if (await Call(One(stores), stop) is { } wrong)
                return $"seed {seed}, call {call}: {wrong}";
        }

        return await Partitions(One(stores), stop);
    }

    private Task<string?> Call(IRecordStore store, CancellationToken stop) => _random.Next(10) switch
    {
        0 or 1 => Insert(store, stop),
        2 or 3 or 4 => Together(store, stop),
        5 => Replace(store, stop),
        6 => Delete(store, stop),
        7 => Find(store, stop),
        8 => Partitions(store, stop),
        _ => Read(store, Key().Partition, Bound(), Bound(), stop),
    };

    private async Task<string?> Insert(IRecordStore store, CancellationToken stop)
    {
        var record = New(Key());
        var answer = await store.Insert(record, stop);
        return _model.Inserted([record], answer) ? null : $"inserting {record.Key} gave {answer}";
    }

    private async Task<string?> Together(IRecordStore store, CancellationToken stop)
    {
        var partition = Key().Partition;
        var rows = _random.GetItems(_rows.ToArray(), _random.Next(1, 5)).Distinct();
        var records = rows.Select(row => New(new RecordKey(_collection, partition, row))).ToList();
        var answer = await store.InsertTogether(records, stop);
        return _model.Inserted(records, answer) ? null : $"inserting {string.Join(" and ", records.Select(record => record.Key))} gave {answer}";
    }

    private async Task<string?> Replace(IRecordStore store, CancellationToken stop)
    {
        var record = New(Key());
        var expected = Version(record.Key);
        var answer = await store.Replace(record, expected, stop);
        return _model.Replaced(record, expected, answer) ? null : $"replacing {record.Key} at {expected} gave {answer}";
    }

    private async Task<string?> Delete(IRecordStore store, CancellationToken stop)
    {
        var key = Key();
        var expected = Version(key);
        var answer = await store.Delete(key, expected, stop);
        return _model.Deleted(key, expected, answer) ? null : $"deleting {key} at {expected} gave {answer}";
    }

    private async Task<string?> Find(IRecordStore store, CancellationToken stop)
    {
        var key = Key();
        var (found, expected) = (await store.Find(key, stop), _model.Find(key));
        return Said(found) == Said(expected) ? null : $"{Said(found)} is found instead of {Said(expected)}";
    }

    private async Task<string?> Read(IRecordStore store, string partition, string? from, string? to, CancellationToken stop)
    {
        var read = string.Join('\n', (await store.Read(_collection, partition, from, to, stop).ToListAsync(stop)).Select(Said));
        var expected = string.Join('\n', _model.Read(partition, from, to).Select(Said));
        return read == expected ? null : $"{partition} from \"{from}\" to \"{to}\" reads\n{read}\ninstead of\n{expected}";
    }

    private async Task<string?> Partitions(IRecordStore store, CancellationToken stop)
    {
        var listed = await store.Partitions(_collection, stop).ToListAsync(stop);
        if (!listed.SequenceEqual(_model.Partitions))
            return $"the partitions are {string.Join(", ", listed)} instead of {string.Join(", ", _model.Partitions)}";
        foreach (var partition in listed)
        {
            if (await Read(store, partition, null, null, stop) is { } wrong)
                return wrong;
        }

        return null;
    }

    private RecordKey Key() => new(_collection, _random.Next(3) == 0 ? "q'%" : "p", One(_rows));

    private NewRecord New(RecordKey key)
    {
        var content = new byte[_random.Next(20) == 0 ? 9000 : _random.Next(8)];
        _random.NextBytes(content);
        return new NewRecord(key, content);
    }

    private string Version(RecordKey key) => _random.Next(4) == 0 ? $"{_random.Next(5)}" : _model.Find(key)?.Version ?? "0";

    private string? Bound() => _random.Next(4) switch
    {
        0 => null,
        1 => One(Bounds),
        2 => One(Prefixes) + One(Endings)[..1] + One(Endings)[..1],
        _ => One(_rows),
    };

    private T One<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];

    private static string Said(Record? record) =>
        record is null ? "nothing" : $"{record.Key} {record.Version} {Convert.ToHexString(record.Content.Span)}";
}
