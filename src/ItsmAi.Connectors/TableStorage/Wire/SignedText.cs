using Azure.Core;

namespace ItsmAi.Connectors.TableStorage.Wire;

/// <summary>What an account key signs, as the storage services document it; the date lies in x-ms-date.</summary>
internal static class SignedText
{
    /// <summary>Shared Key Lite for tables: the date, and the path with the account before it.</summary>
    public static string ForTables(Request request, string account)
    {
        var uri = request.Uri.ToUri();
        return $"{Header(request, "x-ms-date")}\n/{account}{uri.AbsolutePath}{Component(uri)}";
    }

    /// <summary>
    /// Shared Key for blobs: the method, eleven headers, our own headers and the path with its query.
    /// </summary>
    public static string ForBlobs(Request request, string account)
    {
        var length = 0L;
        request.Content?.TryComputeLength(out length);
        var ours = request.Headers
            .Where(header => header.Name.StartsWith("x-ms-", StringComparison.OrdinalIgnoreCase))
            .OrderBy(header => header.Name, StringComparer.OrdinalIgnoreCase)
            .Select(header => $"{Lower(header.Name)}:{header.Value}\n");
        var uri = request.Uri.ToUri();
        return string.Join(
            '\n',
            [
                request.Method.Method, "", "", length == 0 ? "" : $"{length}", "",
                Header(request, "Content-Type"), "", "",
                Header(request, "If-Match"), Header(request, "If-None-Match"), "", "",
                $"{string.Concat(ours)}/{account}{uri.AbsolutePath}",
                .. Query(uri),
            ]);
    }

    private static string Header(Request request, string name) =>
        request.Headers.TryGetValue(name, out var value) ? value ?? "" : "";

    private static string Component(Uri uri) =>
        Query(uri).FirstOrDefault(pair => pair.StartsWith("comp:", StringComparison.Ordinal)) is { } component
            ? $"?comp={component["comp:".Length..]}"
            : "";

    private static IEnumerable<string> Query(Uri uri) =>
        uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => $"{Lower(pair[0])}:{Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? "")}")
            .Order(StringComparer.Ordinal);

    // The service compares names in lower case.
    private static string Lower(string name) =>
        string.Create(name.Length, name, (letters, from) => from.AsSpan().ToLowerInvariant(letters));
}
