using System.Text.Json.Serialization;

namespace ItsmAi.Governance.Actions;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TicketTrail))]
internal sealed partial class TicketTrailJson : JsonSerializerContext;
