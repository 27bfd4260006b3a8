using System.Text.Json.Serialization;

namespace ItsmAi.Governance.Receipts.Pseudonyms;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(NamedPseudonym))]
internal sealed partial class PseudonymJson : JsonSerializerContext;
