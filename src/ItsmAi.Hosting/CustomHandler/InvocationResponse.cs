using System.Buffers;
using System.Text.Json;
using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.CustomHandler;

/// <summary>
/// The answer to an enveloped call. It is never empty, for then the host would wait until its timeout.
/// </summary>
internal static class InvocationResponse
{
    /// <summary>The message is dealt with, one way or the other; the host may forget it.</summary>
    public static WebAnswer Handled(params ReadOnlySpan<string> logs) => WebAnswer.Json(200, Write(logs));

    /// <summary>The host throws body and logs away, and delivers the message again.</summary>
    public static WebAnswer AskAgain(string says) => WebAnswer.Json(500, Write([says]));

    private static ReadOnlyMemory<byte> Write(ReadOnlySpan<string> logs)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes);
        json.WriteStartObject();
        json.WriteStartObject("Outputs");
        json.WriteEndObject();
        json.WriteStartArray("Logs");
        foreach (var line in logs) json.WriteStringValue(line);
        json.WriteEndArray();
        json.WriteNull("ReturnValue");
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenMemory;
    }
}
