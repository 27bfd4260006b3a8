using System.Text.Json.Serialization;

namespace ItsmAi.Hosting.Access.SignIn;

[JsonSourceGenerationOptions(AllowDuplicateProperties = false)]
[JsonSerializable(typeof(ClientPrincipal))]
internal sealed partial class SignInJson : JsonSerializerContext;
