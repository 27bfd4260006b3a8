using System.Text.Json;
using System.Text.Json.Serialization;

namespace ItsmAi.Desk.Events;

/// <summary>An event as the JSON text that inboxes and queues carry.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Event))]
public sealed partial class EventJson : JsonSerializerContext
{
    public static string Write(Event what) => JsonSerializer.Serialize(what, Default.Event);

    /// <summary>The event in <paramref name="text"/>, or null when the text is not one.</summary>
    public static Event? Read(string text)
    {
        try
        {
            if (JsonSerializer.Deserialize(text, Default.Event) is not { } read) return null;

            // The generated reader leaves null where an optional member is missing, whatever its initialiser says.
            var what = read with
            {
                Changes = read.Changes ?? [],
                RawHash = read.RawHash ?? "",
                Alert = read.Alert is { Labels: null } bare ? bare with { Labels = new Dictionary<string, string>() } : read.Alert,
            };
            return IsWhole(what) ? what : null;
        }
        catch (Exception error) when (error is JsonException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>A struct that JSON left out is there all the same, with nothing in it.</summary>
    private static bool IsWhole(Event what) =>
        !string.IsNullOrEmpty(what.Id.Value)
        && what.Subject is { Connection.Value: not null }
        && Enum.IsDefined(what.Kind)
        && what.Changes.All(change => change?.Field is not null)
        && IsAlert(what.Kind) == (what.Alert is { Fingerprint.Length: > 0, Name.Length: > 0 });

    private static bool IsAlert(Events.EventKind kind) => kind is Events.EventKind.AlertFired or Events.EventKind.AlertResolved;
}
