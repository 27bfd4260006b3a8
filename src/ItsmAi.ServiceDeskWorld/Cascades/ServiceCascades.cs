using ItsmAi.Desk.Landscape;

namespace ItsmAi.ServiceDeskWorld.Cascades;

/// <summary>
/// Two weeks of alerts from a simulated landscape whose true causes are known. Equal seeds and starts give equal runs,
/// alert for alert.
/// </summary>
public sealed record ServiceCascades(ServiceGraph Graph, IReadOnlyList<AlertDelivery> Alerts, IReadOnlyList<CascadeTruth> Incidents)
{
    private const double Length = 14 * 86_400;

    public static ServiceCascades Run(int seed, DateTimeOffset start)
    {
        var landscape = CascadeLandscape.Make(seed);
        var incidents = CascadeIncidents.Make(seed, landscape, Length);
        List<CascadeEpisode> real = [.. incidents.SelectMany(incident => CascadeAlerting.Of(seed, landscape, incident))];
        List<CascadeEpisode> all = [.. real, .. CascadeNoise.Make(seed, landscape, Length, real)];
        return new ServiceCascades(
            landscape.HandedOut,
            CascadeDelivery.Of(seed, start, all),
            [.. incidents.Select(incident => Truth(incident, landscape, start))]);
    }

    private static CascadeTruth Truth(CascadeIncident incident, CascadeLandscape landscape, DateTimeOffset start) => new(
        incident.Number,
        landscape.Services[incident.Root].Name,
        incident.IsRootSilent,
        [.. incident.ReachedAt.Keys.Order().Select(number => landscape.Services[number].Name)],
        start.AddSeconds(incident.Start),
        start.AddSeconds(incident.End));
}
