using System.Text.Json.Serialization;

namespace ItsmAi.Governance.Actions;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BreakerState))]
internal sealed partial class BreakerJson : JsonSerializerContext;
