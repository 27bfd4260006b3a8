using System.CommandLine;
using ItsmAi.Connectors.Policies;
using ItsmAi.Hosting.Files;

namespace ItsmAi.Hosting.Commands.Policy;

/// <summary>
/// <c>itsmai policy check FILE</c>: is it a policy, and what does it say. A rule that cannot match, or a class that the
/// model does not know, is a finding: whoever wrote it meant something.
/// </summary>
internal static class PolicyCheckCommand
{
    public static Command Build(TextWriter output, TextWriter error)
    {
        var file = PolicyArgument.New("FILE", "The policy, such as policy/policy.yaml.");
        var model = new Option<string?>("--model") { Description = "Name the classes that this model does not know.", HelpName = "MODEL" };
        var json = JsonOption.New();
        var command = new Command(
            "check", "Say whether a file is a policy, what it sets, and which of its rules can never match.") { file, model, json };
        command.SetAction(async (parsed, stop) =>
        {
            var path = parsed.GetRequiredValue(file);
            var known = parsed.GetValue(model) is { } named ? LabelsOf(named) : null;
            var (policy, problem) = PolicyFile.Read(await File.ReadAllTextAsync(path, stop));
            var check = new PolicyCheck(path, policy, problem, known);
            if (parsed.GetValue(json)) JsonReport.Write(output, check.Write);
            else if (problem is not null) await error.WriteLineAsync($"{path}: {problem}");
            else foreach (var line in check.Lines()) await output.WriteLineAsync(line);
            return check.IsFine ? Cli.Ok : Cli.Finding;
        });
        return command;
    }

    private static IReadOnlyList<string> LabelsOf(string model) =>
        ModelFile.Read(model, out var models) is { } problem
            ? throw new FormatException(problem.Says)
            : models!.Labels(models.Outputs[0]);
}
