using System.Text.Json.Serialization;

namespace ItsmAi.Governance.Duties;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DutyRoster))]
internal sealed partial class DutyJson : JsonSerializerContext;
