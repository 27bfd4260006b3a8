namespace ItsmAi.ServiceDeskWorld.Cascades;

/// <summary>Which episodes an incident makes.</summary>
internal static class CascadeAlerting
{
    private static readonly double[] Holds = [0, 60, 120, 300];

    public static IEnumerable<CascadeEpisode> Of(int seed, CascadeLandscape landscape, CascadeIncident incident)
    {
        var random = Draw.For(seed, "alerts", incident.Number);
        foreach (var (number, at) in incident.ReachedAt.OrderBy(reached => reached.Value).ThenBy(reached => reached.Key))
        {
            if (number == incident.Root && incident.IsRootSilent) continue;
            var service = landscape.Services[number];
            var names = CascadeCatalogue.Of(service.Tier).ToArray();
            random.Shuffle(names);
            foreach (var name in names.Take(number == incident.Root ? random.Next(2, 5) : random.Next(1, 4)))
            {
                var start = at + random.OneOf(Holds) + random.Between(0, 15);
                var end = incident.End + random.Between(0, 90);
                IEnumerable<string?> hosts = random.Chance(.3) ? service.Hosts : Enumerable.Repeat<string?>(null, 1);
                foreach (var host in hosts)
                {
                    var began = host is null ? start : start + random.Between(0, 20);
                    if (began + 30 > end) continue;
                    foreach (var (from, to) in random.Chance(.1) ? Flap(random, began, end) : [(began, end)])
                        yield return new CascadeEpisode(service, name, host, from, to, incident.Number);
                }
            }
        }
    }

    /// <summary>One to four minutes on, one to four off, as long as it lasts.</summary>
    public static IEnumerable<(double From, double To)> Flap(Random random, double from, double to)
    {
        for (var at = from; at < to;)
        {
            var until = Math.Min(at + random.Between(60, 240), to);
            yield return (at, until);
            at = until + random.Between(60, 240);
        }
    }
}
