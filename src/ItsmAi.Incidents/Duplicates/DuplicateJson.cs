using System.Text.Json.Serialization;

namespace ItsmAi.Incidents.Duplicates;

/// <summary>How the graph of duplicates is written down.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(DuplicateRecord))]
public sealed partial class DuplicateJson : JsonSerializerContext;
