using System.Text.Json;
using System.Text.Json.Serialization;

namespace ItsmAi.Incidents.Correlating;

/// <summary>The correlator's state as the JSON text that a store keeps: whole, or one group at a time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(CorrelationState))]
[JsonSerializable(typeof(AlertGroup))]
public sealed partial class CorrelationJson : JsonSerializerContext
{
    public static string Write(CorrelationState state) => JsonSerializer.Serialize(state, Default.CorrelationState);

    /// <summary>The same as UTF-8, bit by bit: a storm's state is large, and its text need not stand in memory twice.</summary>
    public static void Write(CorrelationState state, Stream into) => JsonSerializer.Serialize(into, state, Default.CorrelationState);

    public static string Write(AlertGroup group) => JsonSerializer.Serialize(group, Default.AlertGroup);

    /// <exception cref="JsonException">The text is no state.</exception>
    public static CorrelationState ReadState(string text) => JsonSerializer.Deserialize(text, Default.CorrelationState)!;

    /// <exception cref="JsonException">The UTF-8 text is no state.</exception>
    public static CorrelationState ReadState(ReadOnlySpan<byte> text) => JsonSerializer.Deserialize(text, Default.CorrelationState)!;

    /// <exception cref="JsonException">The text is no group.</exception>
    public static AlertGroup ReadGroup(string text) => JsonSerializer.Deserialize(text, Default.AlertGroup)!;
}
