using System.Globalization;
using System.Text.Json;
using ItsmAi.Desk.Signals;
using ItsmAi.Governance.Records;

namespace ItsmAi.Hosting.Reactions.Signals;

/// <summary>
/// The measurements that were pushed to us, one record a series and hour. A time is told once: what was told first stands,
/// so that sending again changes nothing.
/// </summary>
public sealed class SignalBook(IRecordStore store)
{
    private const string Collection = "signals";

    /// <summary>Keeps points of one series.</summary>
    /// <returns>How many are new, and which say another value for a time that is known.</returns>
    public async Task<(int Taken, IReadOnlyList<PushedPoint> Others)> Keep(
        string series, IReadOnlyList<PushedPoint> points, CancellationToken stop)
    {
        var taken = 0;
        var others = new List<PushedPoint>();
        foreach (var hour in points.GroupBy(one => HourOf(one.Point.At)))
        {
            var (added, refused) = await Keep(new RecordKey(Collection, series, hour.Key), [.. hour], stop);
            taken += added;
            others.AddRange(refused);
        }

        return (taken, others);
    }

    /// <summary>What was measured since a moment, in the order of time.</summary>
    public async Task<IReadOnlyList<SignalPoint>> Since(string series, DateTimeOffset from, CancellationToken stop)
    {
        var points = new List<SignalPoint>();
        await foreach (var row in store.Read(Collection, series, HourOf(from), null, stop))
        {
            var hour = Parse(row);
            for (var at = 0; at < hour.Times.Count; at++)
            {
                var time = DateTimeOffset.FromUnixTimeMilliseconds(hour.Times[at]);
                if (time >= from) points.Add(new SignalPoint(time, hour.Values[at]));
            }
        }

        return points;
    }

    /// <summary>Lets go what is older than a moment, by whole hours.</summary>
    public async Task Forget(string series, DateTimeOffset before, CancellationToken stop)
    {
        var old = new List<Record>();
        await foreach (var row in store.Read(Collection, series, null, HourOf(before), stop))
            if (string.CompareOrdinal(row.Key.Row, HourOf(before)) < 0) old.Add(row);
        foreach (var row in old) await store.Delete(row.Key, row.Version, stop);
    }

    private async Task<(int Taken, List<PushedPoint> Others)> Keep(RecordKey key, List<PushedPoint> points, CancellationToken stop)
    {
        while (true)
        {
            var row = await store.Find(key, stop);
            var known = new SortedDictionary<long, double>();
            var before = row is null ? SignalHour.Empty : Parse(row);
            for (var at = 0; at < before.Times.Count; at++) known[before.Times[at]] = before.Values[at];
            var (count, others) = (known.Count, new List<PushedPoint>());
            foreach (var one in points)
            {
                var time = one.Point.At.ToUnixTimeMilliseconds();
                if (!known.TryAdd(time, one.Point.Value) && known[time] != one.Point.Value) others.Add(one);
            }

            if (known.Count == count) return (0, others);
            var after = new SignalHour([.. known.Keys], [.. known.Values]);
            var record = new NewRecord(key, JsonSerializer.SerializeToUtf8Bytes(after, SignalJson.Default.SignalHour));
            var answer = row is null ? await store.Insert(record, stop) : await store.Replace(record, row.Version, stop);
            if (answer is WriteAnswer.Written) return (known.Count - count, others);
        }
    }

    private static string HourOf(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HH", CultureInfo.InvariantCulture);

    private static SignalHour Parse(Record row) => JsonSerializer.Deserialize(row.Content.Span, SignalJson.Default.SignalHour)!;
}
