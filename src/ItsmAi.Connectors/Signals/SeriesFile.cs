using ItsmAi.Connectors.Yaml;
using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Signals;

namespace ItsmAi.Connectors.Signals;

/// <summary>
/// Reads the registry of watched series that an organisation writes as YAML. A series that does not say what it should is
/// left out and named with its place; the rest of the file holds.
/// </summary>
public static class SeriesFile
{
    private static readonly string[] Criticalities = ["Low", "Medium", "High"];

    public static (SignalDocument Document, IReadOnlyList<YamlFaultException> Faults) Read(string text)
    {
        var faults = new List<YamlFaultException>();
        try
        {
            var root = YamlMap.Parse(text);
            var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            var items = Each(root.Maps("items"), map => Item(map, known), faults);
            var names = new HashSet<string>(StringComparer.Ordinal);
            var series = Each(root.Maps("series"), map => Series(map, known, names), faults);
            root.RefuseOthers();
            return (new SignalDocument(series, items), faults);
        }
        catch (YamlFaultException fault)
        {
            return (new SignalDocument([], []), [fault]);
        }
    }

    private static WatchedItem Item(YamlMap map, HashSet<string> known)
    {
        var criticality = map.TextOrNull("criticality") ?? "Medium";
        if (!Criticalities.Contains(criticality, StringComparer.OrdinalIgnoreCase))
            throw map.Wrong("criticality", criticality, $"one of {string.Join(", ", Criticalities)}");
        var item = new WatchedItem(map.Text("id"), map.Text("class"), criticality)
        {
            Services = map.Texts("services"), Parents = map.Texts("parents"),
        };
        map.RefuseOthers();
        return known.Add(item.Id) ? item : throw map.Wrong("id", item.Id, "an id that no other item has");
    }

    private static WatchedSeries Series(YamlMap map, HashSet<string> items, HashSet<string> names)
    {
        var name = map.Text("name");
        if (!ConnectionName.IsName(name)) throw map.Wrong("name", name, "1 to 40 lower case letters, digits or hyphens");
        if (!names.Add(name)) throw map.Wrong("name", name, "a name that no other series has");
        var item = map.Text("item");
        if (!items.Contains(item)) throw map.Wrong("item", item, "one of the items of this file");
        WatchedSeries read = map.Has("ends") ? Dated(map, name, item) : Measured(map, name, item);
        map.RefuseOthers();
        return read;
    }

    private static WatchedSeries.Dated Dated(YamlMap map, string name, string item)
    {
        var text = map.Text("ends");
        if (!DateTimeOffset.TryParse(
            text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var ends))
            throw map.Wrong("ends", text, "a date such as 2027-03-01T12:00:00Z");
        return new WatchedSeries.Dated(ends) { Name = name, Item = item, Owner = Owner(map), Condition = map.Text("condition") };
    }

    private static WatchedSeries.Measured Measured(YamlMap map, string name, string item)
    {
        var direction = map.Text("direction");
        if (direction is not ("rises" or "falls"))
            throw map.Wrong("direction", direction, "rises, where above the limit is the breach, or falls, where below it is");
        var threshold = map.Number("threshold", double.MinValue, double.MaxValue) ?? throw map.Wrong("threshold", "", "a number");
        var read = new WatchedSeries.Measured(map.TextOrNull("query"), map.Text("unit"), threshold, direction == "falls")
        {
            Name = name,
            Item = item,
            Owner = Owner(map),
            Condition = map.Text("condition"),
        };
        read = read with { Step = map.Duration("step") ?? read.Step, History = map.Duration("history") ?? read.History };
        if (read.Step < TimeSpan.FromSeconds(15)) throw map.Wrong("step", map.Text("step"), "15s or longer");
        if (read.Step > read.History) throw map.Wrong("step", map.Text("step"), "a step that is not longer than the history");
        return read.History >= TimeSpan.FromDays(2)
            ? read
            : throw map.Wrong("history", map.Text("history"), "2d or longer; with less nothing can be forecast");
    }

    private static Person Owner(YamlMap map) => new(map.Text("owner"));

    private static List<TRead> Each<TRead>(IReadOnlyList<YamlMap> maps, Func<YamlMap, TRead> read, List<YamlFaultException> faults)
    {
        var all = new List<TRead>();
        foreach (var map in maps)
        {
            try
            {
                all.Add(read(map));
            }
            catch (YamlFaultException fault)
            {
                faults.Add(fault);
            }
        }

        return all;
    }
}
