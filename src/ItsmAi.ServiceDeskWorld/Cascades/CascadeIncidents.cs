namespace ItsmAi.ServiceDeskWorld.Cascades;

/// <summary>
/// The incidents of a run. One that would touch the services of one in progress is drawn again: nested causes have no
/// single truth.
/// </summary>
internal static class CascadeIncidents
{
    private const double PerDay = 3;
    private const int MostHops = 4;

    // An incident is in progress until its last alert has cleared.
    private const double Rest = 90;

    public static IReadOnlyList<CascadeIncident> Make(int seed, CascadeLandscape landscape, double length)
    {
        var random = Draw.For(seed, "incidents", 0);
        var incidents = new List<CascadeIncident>();
        for (var at = random.Wait(PerDay); at < length; at += random.Wait(PerDay))
        {
            Add(random, landscape, incidents, at);
            if (random.Chance(.15)) Add(random, landscape, incidents, at + random.Between(0, 600));
        }

        return incidents;
    }

    private static void Add(Random random, CascadeLandscape landscape, List<CascadeIncident> incidents, double at)
    {
        for (var tries = 0; tries < 50; tries++)
        {
            var drawn = One(random, landscape, incidents.Count + 1, at);
            var inProgress = drawn with { End = drawn.End + Rest };
            if (incidents.Exists(other => other.Overlaps(inProgress) || drawn.Overlaps(other with { End = other.End + Rest }))) continue;
            incidents.Add(drawn);
            return;
        }
    }

    private static CascadeIncident One(Random random, CascadeLandscape landscape, int number, double start)
    {
        var root = random.Weighted(
            [.. landscape.Services.Select(service => (service.Number, 1 + landscape.NeededBy[service.Number].Count))]);
        var length = Math.Clamp(random.LogNormal(2_400, .7), 600, 21_600);
        var reached = new Dictionary<int, double> { [root] = start };
        var edge = new List<int> { root };
        for (var hop = 1; hop <= MostHops && edge.Count > 0; hop++)
        {
            var next = new List<int>();
            foreach (var below in edge)
            {
                foreach (var above in landscape.NeededBy[below])
                {
                    var climbs = landscape.Climbs[(above, below)] * Math.Pow(.9, hop);
                    if (reached.ContainsKey(above) || !random.Chance(climbs)) continue;
                    reached[above] = reached[below] + Math.Min(random.LogNormal(45, .8), 600);
                    next.Add(above);
                }
            }

            edge = next;
        }

        return new CascadeIncident(number, root, start, start + length, random.Chance(.15), reached);
    }
}
