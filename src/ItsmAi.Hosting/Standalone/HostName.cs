using System.Net;

namespace ItsmAi.Hosting.Standalone;

/// <summary>The name in a request's Host header.</summary>
public static class HostName
{
    /// <summary>True for <c>localhost</c> and loopback addresses, with or without a port.</summary>
    public static bool IsLoopback(string host) =>
        Uri.TryCreate($"http://{host}/", UriKind.Absolute, out var uri)
        && (uri.DnsSafeHost == "localhost" || (IPAddress.TryParse(uri.DnsSafeHost, out var address) && IPAddress.IsLoopback(address)));
}
