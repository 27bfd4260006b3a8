using System.Globalization;

namespace ItsmAi.Governance.Policy.Comparing;

/// <summary>A rule's fields by the names that the file gives them, as plain text.</summary>
internal static class RuleFields
{
    public static IReadOnlyList<(string Field, string Value)> Of(PolicyRule rule) =>
    [
        ("action", rule.Action?.ToString() ?? "any"),
        ("classes", Any(rule.Classes)),
        ("teams", Any(rule.Teams)),
        ("when.confidenceAtLeast", Any(rule.When.ConfidenceAtLeast)),
        ("when.completenessAtLeast", Any(rule.When.CompletenessAtLeast)),
        ("when.vip", rule.When.Vip switch { true => "true", false => "false", null => "any" }),
        ("when.priorities", Any(rule.When.Priorities)),
        ("level", rule.Level.ToString()),
        ("because", rule.Because),
    ];

    private static string Any<T>(IReadOnlyList<T> values) => values.Count == 0 ? "any" : string.Join(", ", values);

    private static string Any<T>(T? bound)
        where T : struct, IFormattable => bound?.ToString(null, CultureInfo.InvariantCulture) ?? "any";
}
