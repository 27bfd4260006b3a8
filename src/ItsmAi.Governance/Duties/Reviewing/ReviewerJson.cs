using System.Text.Json.Serialization;

namespace ItsmAi.Governance.Duties.Reviewing;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReviewerRecord))]
internal sealed partial class ReviewerJson : JsonSerializerContext;
