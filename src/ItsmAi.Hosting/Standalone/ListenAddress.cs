using System.Net;

namespace ItsmAi.Hosting.Standalone;

/// <summary>Where we listen, read from a list of URLs such as <c>http://127.0.0.1:7071;http://[::1]:7071</c>.</summary>
public static class ListenAddress
{
    public const string Default = "http://127.0.0.1:7071";

    /// <exception cref="FormatException">Naming the URL and what would be accepted.</exception>
    public static IReadOnlyList<IPEndPoint> Read(string urls, bool allowRemote) =>
    [
        .. urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .DefaultIfEmpty("")
            .Select(url => One(url, allowRemote)),
    ];

    private static IPEndPoint One(string url, bool allowRemote)
    {
        // These two are how ASP.NET Core says "every address"; they are no host names.
        var plain = url.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal);
        if (!Uri.TryCreate(plain, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp || uri.PathAndQuery != "/")
        {
            throw new FormatException(
                $"urls: \"{url}\" is not an address to listen on; use {Default}, and a proxy in front of it for https");
        }

        var address = uri.DnsSafeHost == "localhost" ? IPAddress.Loopback
            : IPAddress.TryParse(uri.DnsSafeHost, out var parsed) ? parsed
            : throw new FormatException($"urls: \"{uri.DnsSafeHost}\" is not an IP address; use localhost, 127.0.0.1 or [::1]");
        return allowRemote || IPAddress.IsLoopback(address)
            ? new IPEndPoint(address, uri.Port)
            : throw new FormatException(
                $"urls: \"{url}\" can be reached from other machines; use {Default}, or say --allow-remote");
    }
}
