using System.Text.Json.Serialization;

namespace ItsmAi.Governance.Actions;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(StopState))]
internal sealed partial class StopStateJson : JsonSerializerContext;
