using System.Text.Json;
using ItsmAi.Connectors.Webhooks;

namespace ItsmAi.Connectors.Tests.Webhooks;

/// <summary>Vectors that somebody else computed, where a file of them is at hand.</summary>
public sealed class PublishedVectorsTests
{
    [Fact]
    public void Every_vector_of_the_file_verifies()
    {
        var path = Environment.GetEnvironmentVariable("ITSMAI_SIGNATURE_VECTORS");
        if (path is null || !File.Exists(path)) Assert.Skip("ITSMAI_SIGNATURE_VECTORS names no file of vectors");
        using var file = JsonDocument.Parse(File.ReadAllBytes(path));
        var body = file.RootElement.GetProperty("bodyBase64").GetBytesFromBase64();
        var secret = file.RootElement.GetProperty("secretUtf8").GetString()!;
        foreach (var vector in file.RootElement.GetProperty("vectors").EnumerateArray())
        {
            var header = Text(vector, "header")!;
            var value = Text(vector, "value")!;
            var timestamp = Text(vector, "timestamp") ?? "1795341600";
            var headers = new Dictionary<string, string>(StringComparer.Ordinal) { [header] = value };
            if (Text(vector, "timestampHeader") is { } timed) headers[timed] = timestamp;
            if (Text(vector, "idHeader") is { } id) headers[id] = Text(vector, "id")!;
            var now = timestamp.Contains('T', StringComparison.Ordinal)
                ? vector.GetProperty("timestamp").GetDateTimeOffset()
                : DateTimeOffset.FromUnixTimeSeconds(long.Parse(timestamp));

            Assert.True(HmacSignature.Verify(Scheme(vector, value), headers, body, [secret], now), vector.ToString());
        }
    }

    private static HmacScheme Scheme(JsonElement vector, string value)
    {
        var isOurs = value.StartsWith("t=", StringComparison.Ordinal);
        var prefix = new[] { "sha256=", "sha1=", "v1=", "v1," }.FirstOrDefault(
            each => value.StartsWith(each, StringComparison.Ordinal)) ?? (isOurs ? "v1=" : "");
        return new HmacScheme
        {
            Header = Text(vector, "header")!,
            Prefix = prefix,
            Separator = prefix switch { "v1=" => ',', "v1," => ' ', _ => null },
            Form = value.EndsWith('=') ? SignatureForm.Base64 : SignatureForm.Hex,
            Algorithm = prefix == "sha1=" ? HmacAlgorithm.Sha1 : HmacAlgorithm.Sha256,
            TimestampHeader = Text(vector, "timestampHeader"),
            TimestampPrefix = isOurs ? "t=" : null,
            TimestampForm = Text(vector, "timestamp")?.Contains('T', StringComparison.Ordinal) == true
                ? TimestampForm.Iso8601 : TimestampForm.UnixSeconds,
            IdHeader = Text(vector, "idHeader"),
            SignedText = Text(vector, "signed")!
                .Replace("+", "", StringComparison.Ordinal)
                .Replace("timestamp", "{timestamp}", StringComparison.Ordinal)
                .Replace("body", "{body}", StringComparison.Ordinal)
                .Replace("id.", "{id}.", StringComparison.Ordinal),
        };
    }

    private static string? Text(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) ? value.GetString() : null;
}
