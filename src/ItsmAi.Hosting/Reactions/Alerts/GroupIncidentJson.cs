using System.Text.Json.Serialization;

namespace ItsmAi.Hosting.Reactions.Alerts;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GroupIncident))]
internal sealed partial class GroupIncidentJson : JsonSerializerContext;
