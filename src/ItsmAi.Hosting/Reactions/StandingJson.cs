using System.Buffers;
using System.Text.Json;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Outcomes;

namespace ItsmAi.Hosting.Reactions;

/// <summary>How classes stand, as one JSON array: every share with its n and its interval.</summary>
internal static class StandingJson
{
    public static ReadOnlyMemory<byte> Write(IEnumerable<Standing> standings)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartArray();
        foreach (var one in standings) Write(json, one);
        json.WriteEndArray();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter json, Standing one)
    {
        json.WriteStartObject();
        json.WriteString("action", one.Key.Action.ToString());
        json.WriteString("class", one.Label);
        json.WriteString("classId", one.Key.ClassId);
        json.WriteString("team", one.Key.Team);
        json.WriteString("level", one.Level.ToString());
        Share(json, "firstTimeRight", one.Measured);
        Share(json, "overridden", one.Overridden);
        json.WriteNumber("bounces", one.Bounces);
        json.WriteNumber("minutesLost", one.MinutesLost);
        json.WriteString("missing", one.Missing);
        json.WriteString("proposal", one.Proposal?.Id);
        json.WriteString("proposes", one.Proposal?.To.ToString());
        json.WriteEndObject();
    }

    /// <summary>Null where nothing was measured: no number is no zero.</summary>
    private static void Share(Utf8JsonWriter json, string name, MeasuredShare share)
    {
        if (share.Of == 0)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("count", share.Right);
        json.WriteNumber("n", share.Of);
        json.WriteNumber("lower", Math.Round(share.Lower, 4));
        json.WriteNumber("upper", Math.Round(share.Upper, 4));
        json.WriteEndObject();
    }
}
