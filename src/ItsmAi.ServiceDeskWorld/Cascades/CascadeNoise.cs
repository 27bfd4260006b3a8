namespace ItsmAi.ServiceDeskWorld.Cascades;

/// <summary>Alerts that no incident makes: single ones, and chronic ones that everybody knows.</summary>
internal static class CascadeNoise
{
    private const double SinglesPerDay = 20;
    private const int Chronic = 4;

    /// <summary>A fingerprint cannot fire twice at once.</summary>
    private const double Apart = 60;

    public static IEnumerable<CascadeEpisode> Make(
        int seed, CascadeLandscape landscape, double length, IReadOnlyList<CascadeEpisode> ofIncidents)
    {
        var taken = ofIncidents.ToLookup(episode => episode.Fingerprint);
        return Singles(Draw.For(seed, "singles", 0), landscape, length)
            .Concat(Enumerable.Range(0, Chronic).SelectMany(which => Known(Draw.For(seed, "chronic", which), landscape, length)))
            .Where(noise => !taken[noise.Fingerprint].Any(real => noise.Start < real.End + Apart && real.Start < noise.End + Apart));
    }

    private static IEnumerable<CascadeEpisode> Singles(Random random, CascadeLandscape landscape, double length)
    {
        for (var at = random.Wait(SinglesPerDay); at < length; at += random.Wait(SinglesPerDay))
        {
            var (service, name, host) = Where(random, landscape);
            yield return new CascadeEpisode(service, name, host, at, at + Math.Max(60, random.LogNormal(480, .7)), null);
        }
    }

    private static IEnumerable<CascadeEpisode> Known(Random random, CascadeLandscape landscape, double length)
    {
        var (service, name, host) = Where(random, landscape);
        for (var at = random.Between(0, 14_400); at < length; at += random.Between(7_200, 21_600))
        {
            var end = at + random.Between(300, 1_200);
            foreach (var (from, to) in random.Chance(.5) ? CascadeAlerting.Flap(random, at, end) : [(at, end)])
                yield return new CascadeEpisode(service, name, host, from, to, null);
        }
    }

    private static (CascadeNode Service, string Name, string? Host) Where(Random random, CascadeLandscape landscape)
    {
        var service = random.OneOf(landscape.Services);
        return (service, random.OneOf(CascadeCatalogue.Of(service.Tier)), random.Chance(.5) ? random.OneOf(service.Hosts) : null);
    }
}
