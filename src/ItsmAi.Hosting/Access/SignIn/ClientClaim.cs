using System.Text.Json.Serialization;

namespace ItsmAi.Hosting.Access.SignIn;

/// <summary>One thing that the platform says of whoever signed in.</summary>
public sealed record ClientClaim(
    [property: JsonPropertyName("typ")] string? Kind, [property: JsonPropertyName("val")] string? Value);
