using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Reactions.Alerts;

/// <summary>Looks after the incidents of every monitor's alerts.</summary>
/// <param name="tend">Null where the configuration opens no incidents for alerts.</param>
public sealed class IncidentsTended(IReadOnlyList<string> monitors, TendIncidents? tend)
{
    public async Task<Handling> Tick(DateTimeOffset due, CancellationToken stop) => tend is null
        ? new Handling.Done()
        : await EachInTurn.Do(monitors, monitor => monitor, tend.Tick, stop);
}
