using System.Text;
using System.Text.Json;
using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.CustomHandler;

/// <summary>
/// The envelope that the host puts around a message: <c>{"Data":{"message":…},"Metadata":{…}}</c>. Metadata is not read
/// at all, for the host lets properties of the message overwrite its entries.
/// </summary>
internal static class InvocationRequest
{
    private const int ExcerptLength = 64 * 1024;

    /// <summary>The message inside, or null when the envelope is not one.</summary>
    public static string? Message(Body body, string binding)
    {
        if (!body.Whole) return null;
        try
        {
            using var envelope = JsonDocument.Parse(body.Bytes);
            return envelope.RootElement.ValueKind == JsonValueKind.Object
                && envelope.RootElement.TryGetProperty("Data", out var carried)
                && carried.ValueKind == JsonValueKind.Object
                && carried.TryGetProperty(binding, out var value)
                ? Peel(value)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, or bytes that are not UTF-8: JSON by its form, and no text.
            return null;
        }
    }

    /// <summary>The body's beginning as text, for a person who looks for what is wrong with it.</summary>
    public static string Excerpt(Body body) =>
        Encoding.UTF8.GetString(body.Bytes.Span[..Math.Min(ExcerptLength, body.Bytes.Length)]);

    // The host encodes a queue's text twice and its documentation shows it encoded once; both are understood.
    private static string? Peel(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind != JsonValueKind.String) return value.GetRawText();
        var text = value.GetString() ?? "";
        try
        {
            using var inner = JsonDocument.Parse(text);
            return inner.RootElement.ValueKind == JsonValueKind.String ? inner.RootElement.GetString() : text;
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
