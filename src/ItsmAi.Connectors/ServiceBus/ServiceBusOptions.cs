using Azure.Core;

namespace ItsmAi.Connectors.ServiceBus;

/// <summary>
/// Which namespace to send to, and as whom: an Entra identity in Azure, a shared access key for development.
/// </summary>
public sealed record ServiceBusOptions
{
    /// <summary>Such as <c>https://contoso.servicebus.windows.net/</c>.</summary>
    public required Uri Namespace { get; init; }

    public string Queue { get; init; } = "ticket-events";

    /// <summary>Null where a shared access key is used.</summary>
    public TokenCredential? Credential { get; init; }

    public string? KeyName { get; init; }

    public string? Key { get; init; }

    /// <summary>What stands wrong, or null.</summary>
    public string? Check()
    {
        if (Credential is null && (KeyName is null || Key is null)) return "serviceBus: neither an identity nor a key is given";
        return Credential is not null && Namespace.Scheme != "https"
            ? $"serviceBus: \"{Namespace}\" is not https; a token is not sent over http"
            : null;
    }

    /// <summary>Reads a connection string: <c>Endpoint=sb://…;SharedAccessKeyName=…;SharedAccessKey=…</c>.</summary>
    /// <returns>Null where a part is missing.</returns>
    public static ServiceBusOptions? FromConnectionString(string text)
    {
        var parts = text.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim(), StringComparer.OrdinalIgnoreCase);
        if (!parts.TryGetValue("Endpoint", out var endpoint)
            || !parts.TryGetValue("SharedAccessKeyName", out var name)
            || !parts.TryGetValue("SharedAccessKey", out var key)
            || !Uri.TryCreate(endpoint, UriKind.Absolute, out var url))
        {
            return null;
        }

        // The emulator's own convention: UseDevelopmentEmulator=true speaks plain HTTP on loopback.
        var scheme = parts.ContainsKey("UseDevelopmentEmulator") ? "http" : "https";
        var port = url.IsDefaultPort || url.Port < 0 ? "" : $":{url.Port}";
        return new ServiceBusOptions { Namespace = new Uri($"{scheme}://{url.Host}{port}/"), KeyName = name, Key = key };
    }
}
