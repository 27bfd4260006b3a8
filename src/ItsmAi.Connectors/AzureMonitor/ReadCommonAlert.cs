using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ItsmAi.Connectors.Json;
using ItsmAi.Desk.Alerts;

namespace ItsmAi.Connectors.AzureMonitor;

/// <summary>
/// Reads the alert of a post in the common alert schema. Its own id is new with every firing, and for activity-log alerts the
/// rule's, so what is watched is known by rule, targets and dimensions.
/// </summary>
internal sealed class ReadCommonAlert(AzureMonitorOptions options)
{
    private const int MostLabels = 64;
    private const int MostTargets = 16;
    private const int Longest = 256;

    /// <returns>The alert, with a problem where something of it was left out; or no alert, with the problem.</returns>
    public (Alert? Alert, string? Problem) Read(JsonElement root)
    {
        if (root.Property("data")?.Property("essentials") is not { ValueKind: JsonValueKind.Object } essentials)
            return (null, "data.essentials: it is missing; the common alert schema is expected");
        var condition = essentials.Text("monitorCondition");
        if (condition is not ("Fired" or "Resolved"))
            return (null, $"data.essentials.monitorCondition: \"{condition}\" is none; Fired or Resolved is expected");
        if (essentials.Time("firedDateTime") is not { Year: > 1 } fired)
            return (null, $"data.essentials.firedDateTime: \"{essentials.Text("firedDateTime")}\" is no time; RFC 3339 is expected");
        var rule = essentials.Text("alertRule");
        var targets = Texts(essentials, "alertTargetIDs");
        var (labels, dimensions) = Labels(root.Property("data")!.Value);
        if (string.IsNullOrWhiteSpace(rule) && targets.Count == 0)
            return (null, "data.essentials.alertRule: it is missing, and so are alertTargetIDs; nothing says what alerts");
        var named = string.IsNullOrWhiteSpace(rule) ? "unnamed" : Cut(rule);
        var alert = new Alert
        {
            Fingerprint = Fingerprint(named, targets, dimensions),
            Name = named,
            Status = condition == "Fired" ? AlertStatus.Firing : AlertStatus.Resolved,
            StartsAt = fired,
            EndsAt = condition == "Resolved" ? essentials.Time("resolvedDateTime") : null,
            Severity = Severity(essentials.Text("severity")),
            Service = First(labels, options.ServiceLabels),
            Host = First(labels, options.HostLabels) ?? Item(essentials, targets),
            Summary = essentials.Text("description") is { Length: > 0 } told ? Cut(told.ReplaceLineEndings(" ").Trim()) : null,
            Labels = labels.OrderBy(pair => pair.Key, StringComparer.Ordinal).Take(MostLabels)
                .ToDictionary(pair => pair.Key, pair => Cut(pair.Value), StringComparer.Ordinal),
        };
        return (alert, Problem(essentials, labels.Count, targets.Count));
    }

    private static string? Problem(JsonElement essentials, int labels, int targets)
    {
        if (string.IsNullOrWhiteSpace(essentials.Text("alertRule")))
            return "data.essentials.alertRule: it is missing; the alert is kept as \"unnamed\"";
        if (Severity(essentials.Text("severity")) == AlertSeverity.Unknown)
            return $"data.essentials.severity: \"{Cut(essentials.Text("severity") ?? "")}\" is not known; Sev0 to Sev4 is expected";
        if (labels > MostLabels) return $"data: {labels} dimensions and properties; the first {MostLabels} by name are kept";
        return targets > MostTargets ? $"data.essentials.alertTargetIDs: {targets} targets; only the first is named as its item" : null;
    }

    private static AlertSeverity Severity(string? word) => word switch
    {
        "Sev0" or "Sev1" => AlertSeverity.Critical,
        "Sev2" => AlertSeverity.Warning,
        "Sev3" or "Sev4" => AlertSeverity.Information,
        _ => AlertSeverity.Unknown,
    };

    /// <summary>Custom properties and dimensions by name; and the dimensions alone, which say what is watched.</summary>
    private static (Dictionary<string, string> All, Dictionary<string, string> Dimensions) Labels(JsonElement data)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        var dimensions = new Dictionary<string, string>(StringComparer.Ordinal);
        Take(all, data.Property("customProperties"));
        Take(all, data.Property("alertContext")?.Property("labels"));
        Take(dimensions, data.Property("alertContext")?.Property("labels"));
        if (data.Property("alertContext")?.Property("condition") is { } condition)
        {
            foreach (var criterion in condition.Items("allOf"))
            {
                foreach (var dimension in criterion.Items("dimensions"))
                {
                    if (dimension.Text("name") is not { Length: > 0 } name || dimension.Text("value") is not { } value) continue;
                    all[name] = dimensions[name] = value;
                }
            }
        }

        return (all, dimensions);
    }

    private static void Take(Dictionary<string, string> into, JsonElement? from)
    {
        if (from is not { ValueKind: JsonValueKind.Object } named) return;
        foreach (var each in named.EnumerateObject())
            if (each.Value.Text() is { } value) into[each.Name] = value;
    }

    private static string Fingerprint(string rule, IReadOnlyList<string> targets, Dictionary<string, string> dimensions)
    {
        var text = string.Join('\n', targets.Select(target => target.ToUpperInvariant()).Order(StringComparer.Ordinal).Prepend(rule)
            .Concat(dimensions.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}")));
        return "a" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 10));
    }

    /// <summary>The configuration item that it names, else the last part of its first target.</summary>
    private static string? Item(JsonElement essentials, IReadOnlyList<string> targets)
    {
        if (Texts(essentials, "configurationItems") is [var item, ..]) return Cut(item);
        return targets is [var target, ..] ? Cut(target[(target.LastIndexOf('/') + 1)..]) : null;
    }

    private static List<string> Texts(JsonElement from, string name) =>
        [.. from.Items(name).Select(each => each.Text()).OfType<string>().Where(text => text.Length > 0)];

    private static string? First(Dictionary<string, string> labels, IReadOnlyList<string> names) =>
        names.Select(name => labels.GetValueOrDefault(name)).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value)) is { } found
            ? Cut(found) : null;

    private static string Cut(string text) =>
        text.Length <= Longest ? text : text[..(char.IsHighSurrogate(text[Longest - 2]) ? Longest - 2 : Longest - 1)] + "…";
}
