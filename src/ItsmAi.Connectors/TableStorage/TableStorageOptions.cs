using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ItsmAi.Connectors.TableStorage;

/// <summary>Which storage account holds the records, how we prove who we are, and how patient we are.</summary>
public sealed partial record TableStorageOptions
{
    // What every storage emulator knows, by documentation; it opens nothing else.
    private const string EmulatorAccount = "devstoreaccount1";

    private const string EmulatorKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>Such as <c>https://account.table.core.windows.net</c>.</summary>
    public required Uri Tables { get; init; }

    /// <summary>
    /// Such as <c>https://account.blob.core.windows.net</c>; contents that no entity can hold lie there.
    /// </summary>
    public required Uri Blobs { get; init; }

    /// <summary>
    /// An Entra identity with the roles Storage Table Data Contributor and Storage Blob Data Contributor.
    /// </summary>
    public TokenCredential? Credential { get; init; }

    public string? Account { get; init; }

    /// <summary>The account's key, in base64; given together with <see cref="Account"/>.</summary>
    public string? Key { get; init; }

    /// <summary>An account's shared access signature, without the question mark, for tables and blobs.</summary>
    public string? Sas { get; init; }

    /// <summary>Stands before each collection in its table's name.</summary>
    public string TablePrefix { get; init; } = "itsmai";

    /// <summary>The container of the large contents.</summary>
    public string Container { get; init; } = "itsmai-contents";

    public int MostRetries { get; init; } = 5;

    /// <summary>Before the first retry; it doubles with each further one, unless the service says how long.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(0.5);

    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long one try may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>What carries the requests; null for the usual client.</summary>
    internal HttpPipelineTransport? Transport { get; init; }

    /// <summary>Reads a storage connection string, as an emulator or the portal gives it: for development.</summary>
    public static TableStorageOptions FromConnectionString(string text)
    {
        var parts = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2)
            .ToDictionary(part => part[0], part => part[1], StringComparer.OrdinalIgnoreCase);
        var emulator = parts.GetValueOrDefault("UseDevelopmentStorage") == "true";
        var account = parts.GetValueOrDefault("AccountName") ?? (emulator ? EmulatorAccount : null);
        return new TableStorageOptions
        {
            Tables = Endpoint(parts, "Table", account, emulator ? "http://127.0.0.1:10002" : null),
            Blobs = Endpoint(parts, "Blob", account, emulator ? "http://127.0.0.1:10000" : null),
            Account = account,
            Key = parts.GetValueOrDefault("AccountKey") ?? (emulator ? EmulatorKey : null),
            Sas = parts.GetValueOrDefault("SharedAccessSignature"),
        };
    }

    /// <exception cref="ArgumentException">Naming the option that is not acceptable.</exception>
    public void Check()
    {
        var ways = (Credential is null ? 0 : 1) + (Key is null ? 0 : 1) + (Sas is null ? 0 : 1);
        Require(ways == 1, "credential", $"{ways} ways to sign in are given; give one of Credential, Key and Sas");
        Require(Key is null || IsKey(Key), "key", "it is not base64");
        Require(Key is null || Account is not null, "account", "a key needs the name of its account");
        Require(
            Credential is null || (Tables.Scheme == Uri.UriSchemeHttps && Blobs.Scheme == Uri.UriSchemeHttps),
            "tables",
            "a token is sent over https only");
        Require(Prefix().IsMatch(TablePrefix), "tablePrefix", $"\"{TablePrefix}\"; use up to 20 letters and digits");
        Require(ContainerName().IsMatch(Container), "container", $"\"{Container}\"; use lower case, digits, hyphens");
        Require(MostRetries is >= 0 and <= 20, "mostRetries", $"{MostRetries}; use 0 to 20");
    }

    /// <summary>Where, and never with what.</summary>
    public override string ToString() => $"table storage at {Tables}";

    private static void Require(bool good, string option, string says)
    {
        if (!good)
            throw new ArgumentException($"{option}: {says}", nameof(option));
    }

    private static bool IsKey(string key) => Convert.TryFromBase64String(key, new byte[key.Length], out _);

    private static Uri Endpoint(Dictionary<string, string> parts, string service, string? account, string? emulator)
    {
        if (parts.TryGetValue($"{service}Endpoint", out var given))
            return new Uri(given.TrimEnd('/'));
        if (emulator is not null)
            return new Uri($"{emulator}/{account}");
        if (account is null)
        {
            throw new ArgumentException(
                $"connection string: it names neither AccountName nor {service}Endpoint", nameof(parts));
        }

        var protocol = parts.GetValueOrDefault("DefaultEndpointsProtocol", "https");
        var suffix = parts.GetValueOrDefault("EndpointSuffix", "core.windows.net");
        return new Uri($"{protocol}://{account}.{(service == "Table" ? "table" : "blob")}.{suffix}");
    }

    [GeneratedRegex(@"\A(?:[A-Za-z][A-Za-z0-9]{0,19})?\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\A[a-z0-9](?:-?[a-z0-9]){2,62}\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex ContainerName();
}
