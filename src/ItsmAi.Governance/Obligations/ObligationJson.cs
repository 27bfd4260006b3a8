using System.Text.Json.Serialization;

namespace ItsmAi.Governance.Obligations;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Obligation))]
[JsonSerializable(typeof(IReadOnlyList<Obligation>))]
internal sealed partial class ObligationJson : JsonSerializerContext;
