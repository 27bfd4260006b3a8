using ItsmAi.Connectors.Yaml;
using ItsmAi.Desk.Changes;

namespace ItsmAi.Connectors.Changes;

/// <summary>Reads the times in which nothing is changed; a freeze that cannot be read is named, the rest holds.</summary>
public static class FreezeFile
{
    public static (IReadOnlyList<Freeze> Freezes, IReadOnlyList<ChangeFault> Faults) Read(string text)
    {
        var faults = new List<ChangeFault>();
        IReadOnlyList<Freeze> freezes = [];
        try
        {
            var root = YamlMap.Parse(text);
            if (root.Whole("version", 1, 1) is null) throw root.Wrong("version", "", "there; write version: 1");
            freezes = Entries.Each(root, "freezes", "id", Freeze, faults);
            root.RefuseOthers();
        }
        catch (YamlFaultException fault)
        {
            faults.Add(Entries.Fault("file", fault));
        }

        return (freezes, faults);
    }

    private static Freeze Freeze(YamlMap map)
    {
        var read = new Freeze(
            map.Text("id"),
            Moments.Read(map, "from", map.Text("from")),
            map.TextOrNull("until") is { } until ? Moments.Read(map, "until", until) : null,
            map.Texts("items"),
            map.Text("because"));
        map.RefuseOthers();
        return read.Until <= read.From ? throw map.Wrong("until", map.Text("until"), "after from") : read;
    }
}
