using System.Text.Json.Serialization;

namespace ItsmAi.Hosting.Reactions.Signals;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SignalHour))]
internal sealed partial class SignalJson : JsonSerializerContext;
