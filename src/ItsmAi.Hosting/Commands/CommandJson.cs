using System.Text.Json.Serialization;
using ItsmAi.Desk.Events;

namespace ItsmAi.Hosting.Commands;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(DeadLetter))]
[JsonSerializable(typeof(IReadOnlyList<DeadLetter>))]
[JsonSerializable(typeof(IReadOnlyList<Tokens.TokenLine>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class CommandJson : JsonSerializerContext;
