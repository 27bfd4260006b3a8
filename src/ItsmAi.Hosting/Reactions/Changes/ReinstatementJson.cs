using System.Text.Json.Serialization;
using ItsmAi.Changes.Standing;

namespace ItsmAi.Hosting.Reactions.Changes;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Reinstatement))]
internal sealed partial class ReinstatementJson : JsonSerializerContext;
