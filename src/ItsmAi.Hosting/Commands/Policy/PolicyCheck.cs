using System.Text.Json;
using ItsmAi.Governance.Policy;

namespace ItsmAi.Hosting.Commands.Policy;

/// <summary>What a look at a policy found, as text and as JSON.</summary>
/// <param name="labels">The classes that the model knows; null where no model was named.</param>
internal sealed class PolicyCheck(
    string path, PolicyDocument? policy, PolicyProblem? problem, IReadOnlyList<string>? labels)
{
    private readonly IReadOnlyList<ShadowedRule> _shadowed = policy is null ? [] : ShadowedRule.In(policy);

    private readonly IReadOnlyList<(string Name, string Where)> _unknown =
        policy is null || labels is null ? [] : Unknown(policy, labels);

    public bool IsFine => problem is null && _shadowed.Count == 0 && _unknown.Count == 0;

    public IEnumerable<string> Lines()
    {
        if (policy is null) yield break;
        yield return $"{path}: version {policy.Version}, {policy.Rules.Count} rules, owner {policy.Owner}";
        foreach (var (rule, index) in policy.Rules.Select((rule, index) => (rule, index)))
            yield return $"{index + 1}. {rule.Name}: {rule.Level}, {rule.Because}";
        yield return "otherwise: Suggest";
        foreach (var one in _shadowed)
            yield return $"never matches: rule {one.Rule.Name}, for {one.By.Name} before it matches whatever it would";
        foreach (var (name, where) in _unknown)
            yield return $"unknown class: \"{name}\" in {where}; the model knows {string.Join(", ", labels!)}";
        foreach (var setting in PolicySettings.Of(policy))
            yield return $"{setting.Name}: {setting.Value}{(PolicySettings.IsDefault(setting) ? " (default)" : "")}";
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("file", path);
        json.WriteBoolean("ok", problem is null);
        json.WriteString("version", policy?.Version);
        if (policy is not null) Write(json, policy);
        if (problem is null) return;
        json.WriteNumber("line", problem.Line);
        json.WriteNumber("column", problem.Column);
        json.WriteString("says", problem.Says);
    }

    private void Write(Utf8JsonWriter json, PolicyDocument read)
    {
        json.WriteNumber("rules", read.Rules.Count);
        json.WriteStartArray("neverMatch");
        foreach (var one in _shadowed)
        {
            json.WriteStartObject();
            json.WriteString("rule", one.Rule.Name);
            json.WriteString("shadowedBy", one.By.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("unknownClasses");
        foreach (var (name, _) in _unknown) json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteStartObject("settings");
        foreach (var (name, value) in PolicySettings.Of(read)) json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteStartArray("defaults");
        foreach (var setting in PolicySettings.Of(read).Where(PolicySettings.IsDefault)) json.WriteStringValue(setting.Name);
        json.WriteEndArray();
    }

    private static IReadOnlyList<(string Name, string Where)> Unknown(PolicyDocument policy, IReadOnlyList<string> labels) =>
    [
        .. policy.Rules.SelectMany(rule => rule.Classes.Select(name => (name, $"rule {rule.Name}")))
            .Concat(policy.Protected.Select(name => (name, "protected")))
            .Where(named => !labels.Contains(named.name, StringComparer.Ordinal)),
    ];
}
