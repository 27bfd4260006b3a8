using System.Text.Json.Serialization;

namespace ItsmAi.Hosting.Access;

/// <summary>What is kept of a token: whose it is and until when, and of the secret only its hash.</summary>
/// <param name="Name">The account that acts with it; it stands in receipts.</param>
/// <param name="Hash">SHA-256 of the secret, in lower case hex.</param>
/// <param name="Expires">Null: it is good until it is revoked.</param>
public sealed record AccessToken(
    string Name,
    [property: JsonConverter(typeof(JsonStringEnumConverter<Role>))] Role Role,
    string Hash,
    DateTimeOffset Created,
    DateTimeOffset? Expires)
{
    public bool IsGood(DateTimeOffset now) => Expires is null || now < Expires;
}
