using System.Text.Json.Serialization;

namespace ItsmAi.Governance.Receipts;

/// <summary>How receipts are written: the bytes that are hashed are the bytes that are stored and exported.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReceiptLine))]
[JsonSerializable(typeof(ReceiptPointer))]
internal sealed partial class ReceiptJson : JsonSerializerContext;
