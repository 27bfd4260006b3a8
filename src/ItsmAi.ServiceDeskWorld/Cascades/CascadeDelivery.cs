using ItsmAi.Desk.Alerts;

namespace ItsmAi.ServiceDeskWorld.Cascades;

/// <summary>How episodes reach the desk: repeated while they fire, some repeats lost or late, by clocks that are a little off.</summary>
internal static class CascadeDelivery
{
    private const double Every = 120;

    public static IReadOnlyList<AlertDelivery> Of(int seed, DateTimeOffset start, IReadOnlyList<CascadeEpisode> episodes) =>
    [
        .. episodes.SelectMany((episode, number) => One(Draw.For(seed, "delivery", number), start, episode, number))
            .OrderBy(delivery => delivery.ReceivedAt).ThenBy(delivery => delivery.Id, StringComparer.Ordinal),
    ];

    private static IEnumerable<AlertDelivery> One(Random random, DateTimeOffset start, CascadeEpisode episode, int number)
    {
        var skew = random.Between(-5, 5);
        var firing = new Alert
        {
            Fingerprint = episode.Fingerprint,
            Name = episode.Name,
            Status = AlertStatus.Firing,
            StartsAt = start.AddSeconds(episode.Start + skew),
            Severity = random.Chance(.5) ? AlertSeverity.Critical : AlertSeverity.Warning,
            Service = episode.Service.Name,
            Host = episode.Host,
            Labels = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["alertname"] = episode.Name,
                ["service"] = episode.Service.Name,
                ["cluster"] = episode.Service.Cluster,
            },
        };
        var repeat = 0;
        for (var at = episode.Start; at < episode.End; at += Every, repeat++)
        {
            if (repeat > 0 && random.Chance(.01)) continue;
            var late = repeat > 0 && random.Chance(.02) ? random.Between(0, 600) : random.Between(0, 2);
            yield return new AlertDelivery($"a{number}-{repeat}", firing, start.AddSeconds(at + late), episode.Incident);
        }

        var resolved = firing with { Status = AlertStatus.Resolved, EndsAt = start.AddSeconds(episode.End + skew) };
        yield return new AlertDelivery($"a{number}-r", resolved, start.AddSeconds(episode.End + random.Between(0, 2)), episode.Incident);
    }
}
