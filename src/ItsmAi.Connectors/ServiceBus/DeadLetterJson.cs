using System.Text.Json.Serialization;
using ItsmAi.Desk.Events;

namespace ItsmAi.Connectors.ServiceBus;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DeadLetter))]
internal sealed partial class DeadLetterJson : JsonSerializerContext;
