using System.Text.Json;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Records;

namespace ItsmAi.Governance.Actions.Drills;

/// <summary>
/// Which drills were begun, so that the last one that was held is found without reading every receipt. Whether a drill was
/// held to its end is for its receipt to say.
/// </summary>
internal sealed class DrillLog(IRecordStore store, ReceiptChain receipts)
{
    /// <summary>So many may be begun and broken off before the last good one is forgotten.</summary>
    private const int Kept = 20;

    private static readonly RecordKey Key = new("settings", "brakes", "drills");

    public async Task Begin(string decision, CancellationToken stop)
    {
        while (true)
        {
            var row = await store.Find(Key, stop);
            IReadOnlyList<string> begun = [.. Parse(row).Append(decision).TakeLast(Kept)];
            var record = new NewRecord(Key, JsonSerializer.SerializeToUtf8Bytes(begun, DrillJson.Default.IReadOnlyListString));
            var answer = row is null ? await store.Insert(record, stop) : await store.Replace(record, row.Version, stop);
            if (answer is WriteAnswer.Written) return;
        }
    }

    /// <summary>When a drill was held last; null where none was.</summary>
    public async Task<DateTimeOffset?> Last(CancellationToken stop)
    {
        foreach (var decision in Parse(await store.Find(Key, stop)).Reverse())
        {
            if (await receipts.Find($"{decision}-drilled", stop) is { } held) return held.At;
        }

        return null;
    }

    private static IReadOnlyList<string> Parse(Record? row) =>
        row is null ? [] : JsonSerializer.Deserialize(row.Content.Span, DrillJson.Default.IReadOnlyListString) ?? [];
}
