using System.Text.Json;

namespace ItsmAi.Governance.Receipts.Verifying;

/// <summary>
/// What a chain hangs on in a line: its place, what it follows, and whose receipt it is. The rest is only read far
/// enough to know that it is a receipt; what it says is what its hash is for.
/// </summary>
internal struct LinePlace
{
    private const int All = 0b1_1111_1111;

    private int _seen;

    public int Shard { get; private set; }

    public long Sequence { get; private set; }

    /// <summary>Null where the line says that it is the first.</summary>
    public Digest? Previous { get; private set; }

    /// <summary>The receipt's id; null where it is the one that was expected.</summary>
    public string? OtherId { get; private set; }

    /// <summary>False where the bytes are not the line of a receipt.</summary>
    public static bool TryRead(ReadOnlySpan<byte> line, string? expectedId, out LinePlace place)
    {
        place = default;
        try
        {
            var reader = new Utf8JsonReader(line);
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject
                && place.ReadLine(ref reader, expectedId)
                && !reader.Read() && place._seen == All;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private bool ReadLine(ref Utf8JsonReader reader, string? expectedId)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var good = true;
            if (reader.ValueTextEquals("receipt"u8)) good = reader.Read() && ReadReceipt(ref reader, expectedId);
            else if (reader.ValueTextEquals("previous"u8)) good = reader.Read() && ReadPrevious(ref reader);
            else if (reader.ValueTextEquals("sequence"u8)) good = reader.Read() && ReadSequence(ref reader);
            else if (reader.ValueTextEquals("shard"u8)) good = reader.Read() && ReadShard(ref reader);
            else reader.Skip();
            if (!good) return false;
        }

        return reader.TokenType == JsonTokenType.EndObject;
    }

    private bool ReadShard(ref Utf8JsonReader reader)
    {
        _seen |= 1;
        var good = reader.TryGetInt32(out var shard);
        Shard = shard;
        return good;
    }

    private bool ReadSequence(ref Utf8JsonReader reader)
    {
        _seen |= 2;
        var good = reader.TryGetInt64(out var sequence);
        Sequence = sequence;
        return good;
    }

    private bool ReadPrevious(ref Utf8JsonReader reader)
    {
        _seen |= 4;
        if (reader.TokenType != JsonTokenType.String) return false;
        if (reader.ValueSpan.IsEmpty) return true;
        var good = Digest.TryRead(reader.ValueSpan, out var previous);
        Previous = previous;
        return good;
    }

    private bool ReadReceipt(ref Utf8JsonReader reader, string? expectedId)
    {
        _seen |= 8;
        if (reader.TokenType != JsonTokenType.StartObject) return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var part = Required(ref reader);
            _seen |= part;
            if (part == 0) reader.Skip();
            else if (!reader.Read() || reader.TokenType != JsonTokenType.String) return false;
            if (part == 16) OtherId = expectedId is not null && reader.ValueTextEquals(expectedId) ? null : reader.GetString();
        }

        return reader.TokenType == JsonTokenType.EndObject;
    }

    /// <summary>A bit for each part that no receipt is without, 0 for any other.</summary>
    private static int Required(ref Utf8JsonReader reader) => reader.ValueSpan.Length switch
    {
        2 when reader.ValueTextEquals("id"u8) => 16,
        2 when reader.ValueTextEquals("at"u8) => 32,
        4 when reader.ValueTextEquals("kind"u8) => 64,
        5 when reader.ValueTextEquals("actor"u8) => 128,
        8 when reader.ValueTextEquals("decision"u8) => 256,
        _ => 0,
    };
}
