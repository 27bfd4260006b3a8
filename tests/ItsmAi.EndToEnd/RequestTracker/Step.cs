using System.Text.Json;

namespace ItsmAi.EndToEnd.RequestTracker;

/// <summary>One receipt as an auditor reads it from the export.</summary>
internal sealed record Step(string Kind, string Decision, int Ticket, string? Verdict, string? Team, string? Outcome, string Actor)
{
    public static Step Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        var receipt = document.RootElement.GetProperty("receipt");
        return new Step(
            Text(receipt, "kind")!,
            Text(receipt, "decision")!,
            receipt.TryGetProperty("subject", out var subject) && int.TryParse(Text(subject, "number"), out var number) ? number : 0,
            Text(receipt, "verdict"),
            receipt.TryGetProperty("change", out var change) && change.TryGetProperty("team", out var team) && team.ValueKind == JsonValueKind.Object
                ? Text(team, "name")
                : null,
            Text(receipt, "outcome"),
            Text(receipt, "actor")!);
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
