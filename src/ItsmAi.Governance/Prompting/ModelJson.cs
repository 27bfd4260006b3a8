using System.Text.Json.Serialization;

namespace ItsmAi.Governance.Prompting;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ModelSpending))]
internal sealed partial class ModelJson : JsonSerializerContext;
