using System.CommandLine;
using System.Text.Json;
using ItsmAi.Governance.Policy.Comparing;

namespace ItsmAi.Hosting.Commands.Policy;

/// <summary>
/// <c>itsmai policy diff OLD NEW</c>: what two policies say differently, rule by rule and field by field. It reports; that
/// they differ is no fault, so it ends with 0.
/// </summary>
internal static class PolicyDiffCommand
{
    public static Command Build(TextWriter output)
    {
        var old = PolicyArgument.New("OLD", "The policy before.");
        var next = PolicyArgument.New("NEW", "The policy after.");
        var json = JsonOption.New();
        var command = new Command("diff", "Show what two policies say differently; 0 whether they differ or not.") { old, next, json };
        command.SetAction(async (parsed, stop) =>
        {
            var (before, _) = await PolicyArgument.Read(parsed.GetRequiredValue(old), stop);
            var (after, _) = await PolicyArgument.Read(parsed.GetRequiredValue(next), stop);
            var differences = PolicyDiff.Between(before, after);
            if (parsed.GetValue(json)) JsonReport.Write(output, writer => Write(writer, (before.Version, after.Version), differences));
            else foreach (var line in Lines(differences)) await output.WriteLineAsync(line);
            return Cli.Ok;
        });
        return command;
    }

    private static IEnumerable<string> Lines(IReadOnlyList<PolicyDifference> differences) =>
        differences.Count == 0 ? ["they say the same"] : differences.Select(one => one.ToString());

    private static void Write(Utf8JsonWriter json, (string Old, string New) versions, IReadOnlyList<PolicyDifference> differences)
    {
        json.WriteString("old", versions.Old);
        json.WriteString("new", versions.New);
        json.WriteStartArray("differences");
        foreach (var difference in differences)
        {
            json.WriteStartObject();
            Write(json, difference);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, PolicyDifference difference)
    {
        (string Kind, string Name, string? Field, string? From, string? To) cells = difference switch
        {
            PolicyDifference.Setting one => ("setting", one.Name, null, one.From, one.To),
            PolicyDifference.Added one => ("added", one.Rule, null, null, $"{one.At}"),
            PolicyDifference.Removed one => ("removed", one.Rule, null, $"{one.At}", null),
            PolicyDifference.Moved one => ("moved", one.Rule, null, $"{one.From}", $"{one.To}"),
            PolicyDifference.Changed one => ("changed", one.Rule, one.Field, one.From, one.To),
            _ => throw new ArgumentOutOfRangeException(nameof(difference), difference, "a difference of no kind"),
        };
        json.WriteString("kind", cells.Kind);
        json.WriteString(cells.Kind == "setting" ? "setting" : "rule", cells.Name);
        if (cells.Field is not null) json.WriteString("field", cells.Field);
        json.WriteString("from", cells.From);
        json.WriteString("to", cells.To);
    }
}
