using System.Text.Json.Serialization;

namespace ItsmAi.Incidents.Opening;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GroupIncident))]
internal sealed partial class GroupIncidentJson : JsonSerializerContext;
