using System.Text.Json.Serialization;

namespace ItsmAi.Governance.Policy.Keeping;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PolicyPointer))]
[JsonSerializable(typeof(KeptPolicy))]
[JsonSerializable(typeof(PolicySignature))]
internal sealed partial class PolicyKeepingJson : JsonSerializerContext;
