using ItsmAi.Desk.Alerts;
using ItsmAi.ServiceDeskWorld.Cascades;

namespace ItsmAi.Benchmarks;

/// <summary>How well a grouping of a cascade's alerts agrees with the incidents that made them, summed over runs.</summary>
internal sealed class CascadeFigures
{
    private double _both;
    private double _truth;
    private double _said;
    private double _precision;
    private double _recall;
    private int _episodes;
    private int _groups;
    private int _firing;

    public int Incidents { get; private set; }

    public int Missed { get; private set; }

    public int Pages { get; private set; }

    public double PairF1 => 2 * _both / (_truth + _said);

    public double PairPrecision => _both / _said;

    public double PairRecall => _both / _truth;

    public double BCubedF1 => 2 * _precision * _recall / (_precision + _recall) / _episodes;

    public double Compression => 1 - ((double)_groups / _firing);

    /// <param name="groups">Of each alert, the group.</param>
    public void Add(IReadOnlyList<AlertDelivery> alerts, IReadOnlyList<string> groups)
    {
        _firing += alerts.Count(delivery => delivery.Alert.Status == AlertStatus.Firing);
        _groups += groups.Distinct(StringComparer.Ordinal).Count();
        var episodes = alerts.Zip(groups).DistinctBy(pair => pair.First.Alert.Episode)
            .Select(pair => new Episode(pair.First.Incident, pair.First.Alert.Fingerprint, pair.Second)).ToList();
        var byGroup = episodes.GroupBy(episode => episode.Group, StringComparer.Ordinal).ToList();
        var byIncident = episodes.Where(episode => episode.Incident is not null).GroupBy(episode => episode.Incident)
            .ToDictionary(incident => incident.Key!.Value, incident => incident.Count());
        var owners = new HashSet<int>();
        foreach (var group in byGroup) Add([.. group], byIncident, owners);
        _truth += byIncident.Values.Sum(Pairs);
        Incidents += byIncident.Count;
        Missed += byIncident.Count - owners.Count;
        _episodes += episodes.Count;
    }

    private void Add(List<Episode> group, Dictionary<int, int> byIncident, HashSet<int> owners)
    {
        var noise = group.Where(episode => episode.Incident is null).GroupBy(episode => episode.Fingerprint, StringComparer.Ordinal)
            .Select(same => same.Count()).ToList();
        _said += Pairs(group.Count) - noise.Sum(Pairs);
        _precision += noise.Sum(same => same / (double)(group.Count - same + 1));
        _recall += noise.Sum();
        foreach (var part in group.Where(episode => episode.Incident is not null).GroupBy(episode => episode.Incident!.Value))
        {
            var count = part.Count();
            _both += Pairs(count);
            _precision += (double)count * count / group.Count;
            _recall += (double)count * count / byIncident[part.Key];
            if (2 * count <= group.Count) continue;
            owners.Add(part.Key);
            Pages++;
        }
    }

    private static double Pairs(int count) => count * (count - 1) / 2.0;

    private sealed record Episode(int? Incident, string Fingerprint, string Group);
}
