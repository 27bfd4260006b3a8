using System.Text.Json.Serialization;

namespace ItsmAi.Hosting.Access;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AccessToken))]
internal sealed partial class AccessJson : JsonSerializerContext;
