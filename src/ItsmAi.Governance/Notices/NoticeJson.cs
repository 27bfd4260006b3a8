using System.Text.Json.Serialization;

namespace ItsmAi.Governance.Notices;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Notice))]
[JsonSerializable(typeof(Mailbox))]
internal sealed partial class NoticeJson : JsonSerializerContext;
