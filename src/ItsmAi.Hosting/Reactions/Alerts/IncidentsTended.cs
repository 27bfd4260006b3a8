using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Records;
using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Reactions.Alerts;

/// <summary>Looks after the incidents of every monitor's alerts.</summary>
/// <param name="tend">Null where the configuration opens no incidents for alerts.</param>
public sealed class IncidentsTended(IReadOnlyList<string> monitors, TendIncidents? tend)
{
    public async Task<Handling> Tick(DateTimeOffset due, CancellationToken stop)
    {
        if (tend is null) return new Handling.Done();
        var failures = new List<string>();
        foreach (var monitor in monitors)
        {
            try
            {
                await tend.Tick(monitor, stop);
            }
            catch (Exception error) when (error is DeskUnavailableException or StoreUnavailableException or NotYetException)
            {
                failures.Add($"{monitor}: {error.Message}");
            }
        }

        return failures.Count == 0 ? new Handling.Done() : new Handling.Again(string.Join("; ", failures));
    }
}
