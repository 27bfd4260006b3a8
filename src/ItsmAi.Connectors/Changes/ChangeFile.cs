using ItsmAi.Connectors.Yaml;
using ItsmAi.Desk.Changes;
using ItsmAi.Desk.People;

namespace ItsmAi.Connectors.Changes;

/// <summary>
/// Reads the change models that an organisation writes as YAML. A model that does not say what it should is left out and
/// named with its place; the rest of the file holds.
/// </summary>
public static class ChangeFile
{
    public static (ChangeDocument Document, IReadOnlyList<ChangeFault> Faults) Read(string text)
    {
        var faults = new List<ChangeFault>();
        var document = new ChangeDocument();
        try
        {
            var root = YamlMap.Parse(text);
            if (root.Whole("version", 1, 1) is null) throw root.Wrong("version", "", "there; write version: 1");
            document = new ChangeDocument
            {
                Settings = Entries.Try("settings", () => Settings(root.Map("settings")), faults) ?? new ChangeSettings(),
                Roles = Entries.Try("roles", () => Roles(root), faults) ?? document.Roles,
                Teams = Entries.Each(root, "teams", "name", Team, faults),
                Models = Entries.Each(root, "models", "id", ChangeModelSection.Read, faults),
            };
            root.RefuseOthers();
        }
        catch (YamlFaultException fault)
        {
            faults.Add(Entries.Fault("file", fault));
        }

        return (document, faults);
    }

    private static ChangeSettings Settings(YamlMap? map)
    {
        var plain = new ChangeSettings();
        if (map is null) return plain;
        var read = new ChangeSettings
        {
            Margin = map.Duration("margin") ?? plain.Margin,
            AiShare = map.Number("aiShare", 0, 1) ?? plain.AiShare,
            DecisionLead = map.Duration("decisionLead") ?? plain.DecisionLead,
            ShortTime = map.Duration("shortTime") ?? plain.ShortTime,
            SuspensionLast = map.Whole("suspensionLast", 1, 100) ?? plain.SuspensionLast,
            ReviewWithin = map.Duration("reviewWithin") ?? plain.ReviewWithin,
            ReviewFirstAi = map.Whole("reviewFirstAi", 0, 100) ?? plain.ReviewFirstAi,
        };
        map.RefuseOthers();
        return read;
    }

    private static Dictionary<string, IReadOnlyList<Person>> Roles(YamlMap root)
    {
        var roles = new Dictionary<string, IReadOnlyList<Person>>(StringComparer.OrdinalIgnoreCase);
        foreach (var map in root.Maps("roles"))
        {
            var name = map.Text("name");
            IReadOnlyList<Person> people = [.. map.Texts("people").Select(account => new Person(account))];
            map.RefuseOthers();
            if (!roles.TryAdd(name, people)) throw map.Wrong("name", name, "unique; name each role once");
        }

        return roles;
    }

    private static TeamCapacity Team(YamlMap map)
    {
        var zone = map.TextOrNull("zone") ?? "UTC";
        var read = new TeamCapacity(
            new Team(map.Text("name")),
            map.Whole("changesPerWeek", 0, 10_000) ?? throw map.Wrong("changesPerWeek", "", "there; write changesPerWeek: 4, for example"),
            TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known)
                ? known
                : throw map.Wrong("zone", zone, "a time zone that this machine knows, such as Europe/Berlin or UTC"));
        map.RefuseOthers();
        return read;
    }
}
