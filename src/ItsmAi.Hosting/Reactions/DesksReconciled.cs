using System.Text;
using ItsmAi.Desk.Events;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Records;
using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Reactions;

/// <summary>
/// Walks each desk's own record of changes, so that a lost webhook costs minutes and not a ticket. The watermark moves
/// only after its events are accepted; what the inbox has already is dropped there.
/// </summary>
public sealed class DesksReconciled(IReadOnlyDictionary<string, ConnectedDesk> desks, IEventIntake intake, IRecordStore store)
{
    /// <summary>One tick reads at most this many pages of a desk; the next goes on.</summary>
    private const int MostPages = 50;

    public async Task<Handling> Tick(DateTimeOffset due, CancellationToken stop)
    {
        var failures = new List<string>();
        foreach (var (name, desk) in desks)
        {
            try
            {
                await Walk(name, desk, stop);
            }
            catch (Exception error) when (error is DeskUnavailableException or StoreUnavailableException)
            {
                failures.Add($"{name}: {error.Message}");
            }
        }

        return failures.Count == 0 ? new Handling.Done() : new Handling.Again(string.Join("; ", failures));
    }

    private async Task Walk(string name, ConnectedDesk desk, CancellationToken stop)
    {
        var key = new RecordKey("settings", "watermarks", name);
        for (var pages = 0; pages < MostPages; pages++)
        {
            var row = await store.Find(key, stop);
            var page = await desk.Feed.Since(row is null ? "" : Encoding.UTF8.GetString(row.Content.Span), stop);
            if (page.Events.Count > 0) await intake.Accept(page.Events, ReadOnlyMemory<byte>.Empty, stop);
            var next = new NewRecord(key, Encoding.UTF8.GetBytes(page.Watermark));
            if (row is null) await store.Insert(next, stop);
            else await store.Replace(next, row.Version, stop);
            if (!page.More) return;
        }
    }
}
