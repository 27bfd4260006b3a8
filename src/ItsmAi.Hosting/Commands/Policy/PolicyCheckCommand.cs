using System.CommandLine;
using System.Text.Json;
using ItsmAi.Connectors.Policies;
using ItsmAi.Governance.Policy;

namespace ItsmAi.Hosting.Commands.Policy;

/// <summary><c>itsmai policy check FILE</c>: is it a policy, and what does it say.</summary>
internal static class PolicyCheckCommand
{
    public static Command Build(TextWriter output, TextWriter error)
    {
        var file = new Argument<string>("FILE") { Description = "The policy, such as policy/policy.yaml." };
        var json = JsonOption.New();
        var command = new Command("check", "Say whether a file is a policy; name line and column where it is not.") { file, json };
        command.SetAction(async (parsed, stop) =>
        {
            var path = parsed.GetRequiredValue(file);
            var (policy, problem) = PolicyFile.Read(await File.ReadAllTextAsync(path, stop));
            if (parsed.GetValue(json)) await output.WriteLineAsync(Json(path, policy, problem));
            else if (problem is not null) await error.WriteLineAsync($"{path}: {problem}");
            else await output.WriteLineAsync(Text(path, policy!));
            return problem is null ? Cli.Ok : Cli.Finding;
        });
        return command;
    }

    private static string Text(string path, PolicyDocument policy) =>
        $"{path}: version {policy.Version}, {policy.Rules.Count} rules, owner {policy.Owner}\n"
        + string.Join('\n', policy.Rules.Select((rule, index) => $"{index + 1}. {rule.Name}: {rule.Level}, {rule.Because}"));

    private static string Json(string path, PolicyDocument? policy, PolicyProblem? problem)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("file", path);
            json.WriteBoolean("ok", problem is null);
            json.WriteString("version", policy?.Version);
            if (policy is not null) json.WriteNumber("rules", policy.Rules.Count);
            if (problem is not null)
            {
                json.WriteNumber("line", problem.Line);
                json.WriteNumber("column", problem.Column);
                json.WriteString("says", problem.Says);
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }
}
