using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ItsmAi.Governance.Records;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Autonomy;

/// <summary>The track records of all actions, classes and teams, one row each.</summary>
public sealed class TrackRecords(IRecordStore store)
{
    private const string Collection = "autonomy";

    public async Task<TrackRecord> Read(AutonomyKey key, CancellationToken stop) =>
        await store.Find(RowOf(key), stop) is { } row ? Parse(row) : TrackRecord.Empty;

    public async Task<TrackRecord> Change(AutonomyKey key, Func<TrackRecord, TrackRecord> change, CancellationToken stop)
    {
        while (true)
        {
            var row = await store.Find(RowOf(key), stop);
            var before = row is null ? TrackRecord.Empty : Parse(row);
            var after = change(before);
            if (ReferenceEquals(before, after)) return after;
            var record = new NewRecord(RowOf(key), JsonSerializer.SerializeToUtf8Bytes(after, AutonomyJson.Default.TrackRecord));
            var answer = row is null ? await store.Insert(record, stop) : await store.Replace(record, row.Version, stop);
            if (answer is WriteAnswer.Written) return after;
        }
    }

    public async IAsyncEnumerable<(AutonomyKey Key, TrackRecord Record)> All([EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var action in Enum.GetValues<ActionKind>())
        {
            await foreach (var row in store.Read(Collection, action.ToString(), null, null, stop))
            {
                yield return (KeyOf(action, row.Key.Row), Parse(row));
            }
        }
    }

    // The class's length comes first, for both names may hold any sign.
    private static RecordKey RowOf(AutonomyKey key) =>
        new(Collection, key.Action.ToString(), $"{key.ClassId.Length}|{key.ClassId}|{key.Team}");

    private static AutonomyKey KeyOf(ActionKind action, string row)
    {
        var bar = row.IndexOf('|', StringComparison.Ordinal);
        var length = int.Parse(row.AsSpan(0, bar), CultureInfo.InvariantCulture);
        return new AutonomyKey(action, row.Substring(bar + 1, length), row[(bar + length + 2)..]);
    }

    private static TrackRecord Parse(Record row) =>
        JsonSerializer.Deserialize(row.Content.Span, AutonomyJson.Default.TrackRecord) ?? TrackRecord.Empty;
}
