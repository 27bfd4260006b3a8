using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ItsmAi.Hosting.Calls;

/// <summary>What a web request is answered.</summary>
public sealed record WebAnswer(
    int Status, string ContentType, ReadOnlyMemory<byte> Body, IReadOnlyDictionary<string, string> Headers)
{
    private static readonly Dictionary<string, string> NoHeaders = [];

    public static WebAnswer Empty(int status) => new(status, "", ReadOnlyMemory<byte>.Empty, NoHeaders);

    public static WebAnswer Text(int status, string text) => Of(status, "text/plain; charset=utf-8", text);

    public static WebAnswer Html(int status, string html) => Of(status, "text/html; charset=utf-8", html);

    public static WebAnswer Json<T>(int status, T value, JsonTypeInfo<T> form) =>
        Json(status, JsonSerializer.SerializeToUtf8Bytes(value, form));

    public static WebAnswer Json(int status, ReadOnlyMemory<byte> json) => new(status, "application/json", json, NoHeaders);

    /// <summary>A refusal in the one form that every refusal has: <c>{"error":"…"}</c>.</summary>
    public static WebAnswer Error(int status, string says) =>
        Json(status, Encoding.UTF8.GetBytes($$"""{"error":"{{JsonEncodedText.Encode(says)}}"}"""));

    public WebAnswer With(string header, string value) =>
        this with { Headers = new Dictionary<string, string>(Headers, StringComparer.OrdinalIgnoreCase) { [header] = value } };

    private static WebAnswer Of(int status, string contentType, string text) =>
        new(status, contentType, Encoding.UTF8.GetBytes(text), NoHeaders);
}
