using System.Text.Json.Serialization;

namespace ItsmAi.Changes.Raising;

/// <summary>How a case is kept.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChangeCase))]
public sealed partial class ChangeCaseJson : JsonSerializerContext;
