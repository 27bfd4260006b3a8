using System.Buffers;
using System.Text.Json;
using ItsmAi.Connectors.Records;
using ItsmAi.Governance.Records;

namespace ItsmAi.Connectors.TableStorage.Rows;

/// <summary>
/// A record as the JSON of an entity: its bytes in binary properties C0, C1 and so on of 64 KiB each.
/// </summary>
internal static class EntityJson
{
    private const int LargestProperty = 64 * 1024;

    /// <summary>An entity may have 1 MiB with its names and keys; more than this lies in a blob.</summary>
    public const int LargestContent = 14 * LargestProperty;

    public static byte[] Write(NewRecord record, string? blob, string writtenBy)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            json.WriteString("PartitionKey", KeyText.Encode(record.Key.Partition));
            json.WriteString("RowKey", KeyText.Encode(record.Key.Row));
            json.WriteString("WrittenBy", writtenBy);
            json.WriteNumber("Size", record.Content.Length);
            if (blob is not null)
                json.WriteString("Blob", blob);
            else
                WriteChunks(json, record.Content.Span);
            json.WriteEndObject();
        }

        return text.WrittenSpan.ToArray();
    }

    public static Entity Read(JsonElement row)
    {
        var blob = row.TryGetProperty("Blob", out var name) ? name.GetString() : null;
        var content = new byte[blob is null ? row.GetProperty("Size").GetInt32() : 0];
        var filled = 0;
        for (var chunk = 0; row.TryGetProperty($"C{chunk}", out var part); chunk++)
        {
            var bytes = part.GetBytesFromBase64();
            bytes.CopyTo(content, filled);
            filled += bytes.Length;
        }

        var (partition, key) = (row.GetProperty("PartitionKey").GetString()!, row.GetProperty("RowKey").GetString()!);
        if (filled != content.Length)
            throw new InvalidDataException($"{partition}/{key} holds {filled} bytes of {content.Length}");
        return new Entity(
            partition, key, row.GetProperty("odata.etag").GetString()!, row.GetProperty("WrittenBy").GetString()!,
            content, blob);
    }

    private static void WriteChunks(Utf8JsonWriter json, ReadOnlySpan<byte> content)
    {
        for (var chunk = 0; !content.IsEmpty; chunk++)
        {
            var part = content[..Math.Min(LargestProperty, content.Length)];
            json.WriteString($"C{chunk}@odata.type", "Edm.Binary");
            json.WriteBase64String($"C{chunk}", part);
            content = content[part.Length..];
        }
    }
}
