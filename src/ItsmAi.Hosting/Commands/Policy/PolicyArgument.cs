using System.CommandLine;
using ItsmAi.Connectors.Policies;
using ItsmAi.Governance.Policy;

namespace ItsmAi.Hosting.Commands.Policy;

/// <summary>A policy's file on the command line, and the policy in it.</summary>
internal static class PolicyArgument
{
    public static Argument<string> New(string name, string description) => new(name) { Description = description };

    /// <exception cref="FormatException">The file is no policy; the message names line and column.</exception>
    public static async Task<(PolicyDocument Policy, string Text)> Read(string path, CancellationToken stop)
    {
        var text = await File.ReadAllTextAsync(path, stop);
        var (policy, problem) = PolicyFile.Read(text);
        return policy is null ? throw new FormatException($"{path}: {problem}") : (policy, text);
    }
}
