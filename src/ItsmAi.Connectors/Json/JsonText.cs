using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace ItsmAi.Connectors.Json;

/// <summary>
/// Values out of JSON that somebody else wrote: a wrong kind or a broken character is never an exception.
/// </summary>
internal static class JsonText
{
    /// <summary>The property, or null where it is absent, null, or <paramref name="from"/> is no object.</summary>
    public static JsonElement? Property(this JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var found)
            && found.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? found : null;

    public static string? Text(this JsonElement from, string name) => from.Property(name)?.Text();

    public static string? Text(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Decoded(value),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };

    /// <summary>
    /// A whole number, which Request Tracker writes as a number in one place and as text in the next.
    /// </summary>
    public static long? Number(this JsonElement from, string name) =>
        long.TryParse(from.Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number : null;

    public static DateTimeOffset? Time(this JsonElement from, string name) =>
        DateTimeOffset.TryParse(
            from.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToUniversalTime() : null;

    public static IEnumerable<JsonElement> Items(this JsonElement from, string name) =>
        from.Property(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    private static string Decoded(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Bytes that are not UTF-8, or an escaped half of a surrogate pair.
            return Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(value)).Trim('"');
        }
    }
}
