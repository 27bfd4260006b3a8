using System.CommandLine;
using System.Text.Json;
using ItsmAi.Connectors.Policies;
using ItsmAi.Governance.Policy.Testing;

namespace ItsmAi.Hosting.Commands.Policy;

/// <summary>
/// <c>itsmai policy test FILE</c>: does the policy answer as the tests beside it expect; 1 where it does not.
/// </summary>
internal static class PolicyTestCommand
{
    public static Command Build(TextWriter output)
    {
        var file = PolicyArgument.New("FILE", "The policy.");
        var tests = new Option<string?>("--tests")
        {
            Description = "Its tests; left out, policy.tests.yaml beside policy.yaml.", HelpName = "FILE",
        };
        var json = JsonOption.New();
        var command = new Command("test", "Run the tests that stand beside a policy.") { file, tests, json };
        command.SetAction(async (parsed, stop) =>
        {
            var path = parsed.GetRequiredValue(file);
            var (policy, _) = await PolicyArgument.Read(path, stop);
            var beside = parsed.GetValue(tests) ?? PolicyTestsFile.Beside(path);
            var (read, problem) = PolicyTestsFile.Read(await File.ReadAllTextAsync(beside, stop));
            if (problem is not null) throw new FormatException($"{beside}: {problem}");
            IReadOnlyList<PolicyTestResult> results = [.. read.Select(test => test.On(policy))];
            if (parsed.GetValue(json)) JsonReport.Write(output, writer => Write(writer, policy.Version, results));
            else foreach (var line in Lines(beside, results)) await output.WriteLineAsync(line);
            return results.All(result => result.Passed) ? Cli.Ok : Cli.Finding;
        });
        return command;
    }

    private static IEnumerable<string> Lines(string path, IReadOnlyList<PolicyTestResult> results) =>
    [
        .. results.Where(result => !result.Passed).Select(result =>
            $"{path}: line {result.Test.Line}: {result.Test.Name}: expected {result.Expected}, got {result.Got}"),
        $"{results.Count(result => result.Passed)} of {results.Count} tests pass",
    ];

    private static void Write(Utf8JsonWriter json, string version, IReadOnlyList<PolicyTestResult> results)
    {
        json.WriteString("version", version);
        json.WriteNumber("tests", results.Count);
        json.WriteNumber("passed", results.Count(result => result.Passed));
        json.WriteStartArray("failures");
        foreach (var result in results.Where(result => !result.Passed))
        {
            json.WriteStartObject();
            json.WriteString("name", result.Test.Name);
            json.WriteNumber("line", result.Test.Line);
            json.WriteString("expected", result.Expected);
            json.WriteString("verdict", result.Verdict.ToString());
            json.WriteString("level", result.Level.ToString());
            json.WriteString("rule", result.Rule);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
