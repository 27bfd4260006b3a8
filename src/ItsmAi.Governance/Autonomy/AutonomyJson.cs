using System.Text.Json.Serialization;

namespace ItsmAi.Governance.Autonomy;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TrackRecord))]
internal sealed partial class AutonomyJson : JsonSerializerContext;
