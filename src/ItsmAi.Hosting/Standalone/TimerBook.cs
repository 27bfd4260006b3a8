using System.Globalization;
using System.Text;
using ItsmAi.Governance.Records;

namespace ItsmAi.Hosting.Standalone;

/// <summary>Remembers, across restarts, for which time each timer ran last.</summary>
public sealed class TimerBook(IRecordStore store)
{
    public async Task<DateTimeOffset?> LastRun(string timer, CancellationToken stop) =>
        await store.Find(Key(timer), stop) is { } record
        && DateTimeOffset.TryParse(
            Encoding.UTF8.GetString(record.Content.Span), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : null;

    public async Task Ran(string timer, DateTimeOffset due, CancellationToken stop)
    {
        var record = new NewRecord(Key(timer), Encoding.UTF8.GetBytes(due.ToString("O", CultureInfo.InvariantCulture)));
        while (true)
        {
            var before = await store.Find(record.Key, stop);
            var answer = before is null
                ? await store.Insert(record, stop)
                : await store.Replace(record, before.Version, stop);
            if (answer is WriteAnswer.Written) return;
        }
    }

    private static RecordKey Key(string timer) => new("settings", "timers", timer);
}
