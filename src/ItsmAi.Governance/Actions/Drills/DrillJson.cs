using System.Text.Json.Serialization;

namespace ItsmAi.Governance.Actions.Drills;

[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class DrillJson : JsonSerializerContext;
