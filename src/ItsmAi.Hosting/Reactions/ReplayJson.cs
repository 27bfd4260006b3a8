using System.Text.Json;
using ItsmAi.Governance.Policy.Replaying;

namespace ItsmAi.Hosting.Reactions;

/// <summary>A replay as programs read it, from the command line and the API alike.</summary>
internal static class ReplayJson
{
    public static void Write(Utf8JsonWriter json, ReplayReport report)
    {
        json.WriteString("old", report.OldVersion);
        json.WriteString("new", report.NewVersion);
        json.WriteNumber("decisions", report.Decisions);
        json.WriteNumber("flips", report.FlipCount);
        json.WriteNumber("protectedFlips", report.ProtectedFlipCount);
        json.WriteStartArray("groups");
        foreach (var flip in report.Flips) Write(json, flip);
        json.WriteEndArray();
        json.WriteStartArray("gatesAsRecorded");
        foreach (var gate in report.GatesAsRecorded) json.WriteStringValue(gate);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, FlipGroup flip)
    {
        json.WriteStartObject();
        json.WriteString("action", flip.Action.ToString());
        json.WriteString("class", flip.Class);
        json.WriteBoolean("protected", flip.IsProtected);
        Write(json, "from", flip.From);
        Write(json, "to", flip.To);
        json.WriteNumber("n", flip.Count);
        json.WriteStartObject("outcomes");
        foreach (var (kind, count) in flip.Outcomes.OrderBy(pair => pair.Key)) json.WriteNumber(kind.ToString(), count);
        json.WriteEndObject();
        var (wrong, of, lower, upper) = flip.Wrong;
        json.WriteStartObject("wrong");
        json.WriteNumber("wrong", wrong);
        json.WriteNumber("of", of);
        json.WriteNumber("lower", lower);
        json.WriteNumber("upper", upper);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, Answered answered)
    {
        json.WriteStartObject(name);
        json.WriteString("verdict", answered.Verdict.ToString());
        json.WriteString("level", answered.Level.ToString());
        json.WriteEndObject();
    }
}
