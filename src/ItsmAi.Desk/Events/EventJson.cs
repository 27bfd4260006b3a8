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
            return JsonSerializer.Deserialize(text, Default.Event);
        }
        catch (Exception error) when (error is JsonException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
