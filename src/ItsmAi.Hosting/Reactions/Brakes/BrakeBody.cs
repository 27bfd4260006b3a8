using System.Text.Json;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Actions.Drills;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Hosting.Reactions.Brakes;

/// <summary>What is asked of the brake, and what it answers, as JSON.</summary>
/// <param name="Action">Null: every action.</param>
internal sealed record BrakeBody(ActionKind? Action, string? Reason)
{
    private const int LongestReason = 500;

    public static string Expected =>
        $"body: send {{\"action\": null or one of {string.Join(", ", Enum.GetNames<ActionKind>())}, \"reason\": \"…\"}} "
        + $"with 1 to {LongestReason} characters of reason";

    /// <summary>What the body asks; null where it is not understood.</summary>
    public static BrakeBody? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object) return null;
            if (!document.RootElement.TryGetProperty("reason", out var said) || said.ValueKind != JsonValueKind.String) return null;
            var reason = said.GetString();
            if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason) return null;
            if (!document.RootElement.TryGetProperty("action", out var named) || named.ValueKind == JsonValueKind.Null)
            {
                return new BrakeBody(null, reason);
            }

            return named.ValueKind == JsonValueKind.String && Enum.GetNames<ActionKind>().Contains(named.GetString())
                ? new BrakeBody(Enum.Parse<ActionKind>(named.GetString()!), reason)
                : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Half a surrogate pair is JSON by its form, and no text.
            return null;
        }
    }

    public static byte[] Write(StopAnswer.Flipped flipped) => Object(json =>
    {
        json.WriteBoolean("all", flipped.State.All);
        json.WriteStartArray("actions");
        foreach (var action in flipped.State.Actions) json.WriteStringValue($"{action}");
        json.WriteEndArray();
        json.WriteString("receipt", flipped.Receipt);
    });

    public static byte[] Write(DrillReport report) => Object(json => Members(json, report));

    public static void Members(Utf8JsonWriter json, DrillReport report)
    {
        json.WriteBoolean("holds", report.Holds);
        json.WriteString("says", report.Says);
        json.WriteNumber("actions", report.Gates.Count);
        json.WriteNumber("refused", report.Refused);
        json.WriteNumber("obligations", report.Owed);
        json.WriteNumber("lost", report.Lost);
        json.WriteNumber("letters", report.Letters);
        json.WriteBoolean("goesOn", report.GoesOn);
        json.WriteString("receipt", report.Receipt);
    }

    private static byte[] Object(Action<Utf8JsonWriter> members)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }
}
