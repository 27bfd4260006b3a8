using System.Text.Json.Serialization;

namespace ItsmAi.Governance.Receipts.Anchors;

/// <summary>How anchors are written: the bytes that are kept are the bytes that the next one names.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Anchor))]
internal sealed partial class AnchorJson : JsonSerializerContext;
