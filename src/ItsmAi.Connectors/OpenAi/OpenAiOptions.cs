using Azure.Core;

namespace ItsmAi.Connectors.OpenAi;

/// <summary>An endpoint that speaks the OpenAI API: OpenAI's own, Azure OpenAI's <c>/openai/v1/</c>, or a compatible server.</summary>
public sealed record OpenAiOptions
{
    /// <summary>Up to and with the version: <c>https://name.openai.azure.com/openai/v1/</c>.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The model, or Azure's deployment of one.</summary>
    public required string Model { get; init; }

    /// <summary>Null where <see cref="Credential"/> is given.</summary>
    public string? Key { get; init; }

    /// <summary>Entra's identity; null where a key is given.</summary>
    public TokenCredential? Credential { get; init; }

    /// <summary>For Entra's tokens.</summary>
    public string Scope { get; init; } = "https://ai.azure.com/.default";

    /// <summary>For one try.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>After the first.</summary>
    public int Tries { get; init; } = 2;

    /// <summary>What is answered beyond this many bytes is not read.</summary>
    public int LongestAnswer { get; init; } = 1_000_000;

    /// <summary>Null where it holds together, else the field, its value and what would be accepted.</summary>
    public string? Check()
    {
        if (!Endpoint.IsAbsoluteUri || Endpoint.Scheme is not ("https" or "http"))
            return $"endpoint: \"{Endpoint}\" is not an address of the web";
        if (Endpoint.Scheme == "http" && !Endpoint.IsLoopback) return $"endpoint: \"{Endpoint}\" is not https, and not on this machine";
        if (string.IsNullOrWhiteSpace(Model)) return "model: is missing; it names the model or the deployment";
        return Key is null == Credential is null ? "key: give a key or an identity, and not both" : null;
    }
}
