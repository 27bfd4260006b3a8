using System.Text.Json.Serialization;

namespace ItsmAi.Changes.Requests;

/// <summary>How a change is kept.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChangeRequest))]
public sealed partial class ChangeJson : JsonSerializerContext;
