using ItsmAi.Connectors.Yaml;
using ItsmAi.Desk.Changes;

namespace ItsmAi.Connectors.Changes;

/// <summary>Reads the entries of a list one by one, so that a fault in one leaves the others as they are.</summary>
internal static class Entries
{
    /// <param name="name">The field by which an entry calls itself.</param>
    public static IReadOnlyList<TEntry> Each<TEntry>(
        YamlMap root, string field, string name, Func<YamlMap, TEntry> read, List<ChangeFault> faults)
        where TEntry : class
    {
        var maps = Try(field, () => root.Maps(field), faults) ?? [];
        return
        [
            .. maps.Select((map, index) => Try(NameOf(map, name) ?? $"{field}[{index + 1}]", () => read(map), faults)).OfType<TEntry>(),
        ];
    }

    public static TRead? Try<TRead>(string entry, Func<TRead> read, List<ChangeFault> faults)
        where TRead : class
    {
        try
        {
            return read();
        }
        catch (YamlFaultException fault)
        {
            faults.Add(Fault(entry, fault));
            return null;
        }
    }

    public static ChangeFault Fault(string entry, YamlFaultException fault) => new(fault.Line, fault.Column, entry, fault.Message);

    /// <summary>What the entry calls itself; null where that cannot be read either.</summary>
    private static string? NameOf(YamlMap map, string field)
    {
        try
        {
            return map.TextOrNull(field);
        }
        catch (YamlFaultException)
        {
            return null;
        }
    }
}
