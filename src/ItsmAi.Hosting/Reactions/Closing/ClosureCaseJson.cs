using System.Text.Json.Serialization;

namespace ItsmAi.Hosting.Reactions.Closing;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ClosureCase))]
internal sealed partial class ClosureCaseJson : JsonSerializerContext;
