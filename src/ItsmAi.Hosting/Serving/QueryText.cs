namespace ItsmAi.Hosting.Serving;

/// <summary>A query such as <c>?state=waiting&amp;top=10</c> as names and their first values.</summary>
public static class QueryText
{
    public static IReadOnlyDictionary<string, string> Read(string query)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            values.TryAdd(Decoded(parts[0]), parts.Length == 2 ? Decoded(parts[1]) : "");
        }

        return values;
    }

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
