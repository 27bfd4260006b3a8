using ItsmAi.Connectors.Yaml;
using ItsmAi.Governance.Obligations;

namespace ItsmAi.Connectors.Policies;

/// <summary>The part of a policy that says how long people have; what is not written keeps its default.</summary>
internal static class ObligationSection
{
    public static ObligationSettings Read(YamlMap? map)
    {
        var plain = new ObligationSettings();
        if (map is null) return plain;
        var read = new ObligationSettings
        {
            AcknowledgeWithin = map.Duration("acknowledgeWithin") ?? plain.AcknowledgeWithin,
            DisposeWithin = Some(map, "disposeWithin") ?? plain.DisposeWithin,
            EscalateEvery = Some(map, "escalateEvery") ?? plain.EscalateEvery,
            RemindBefore = map.Duration("remindBefore") ?? plain.RemindBefore,
            DigestEvery = map.Duration("digestEvery") ?? plain.DigestEvery,
            DeliveryTries = map.Whole("deliveryTries", 1, 100) ?? plain.DeliveryTries,
            LongestRisk = Some(map, "longestRisk") ?? plain.LongestRisk,
        };
        map.RefuseOthers();
        return read;
    }

    private static TimeSpan? Some(YamlMap map, string field) => map.Duration(field) is { } time && time < TimeSpan.FromMinutes(1)
        ? throw map.Wrong(field, map.Text(field), "a minute or longer, such as 30m, 8h or 2d")
        : map.Duration(field);
}
