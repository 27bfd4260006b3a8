using System.Security.Cryptography;
using System.Text;

namespace ItsmAi.Governance.Prompting;

/// <summary>What a model is asked for, written by us and kept with the code: a receipt names it by its version.</summary>
/// <param name="Name">Letters, digits and underscores.</param>
/// <param name="Schema">The JSON schema of the answer; its objects are closed.</param>
public sealed record Prompt(string Name, string Instructions, string Schema, int MostTokens)
{
    /// <summary>The name and the first letters of the SHA-256 of all that it says, so that no edit goes unseen.</summary>
    public string Version { get; } =
        $"{Name}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Instructions}\n{Schema}")).AsSpan(0, 6))}";
}
