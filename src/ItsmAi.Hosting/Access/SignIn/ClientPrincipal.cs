using System.Text.Json;
using System.Text.Json.Serialization;

namespace ItsmAi.Hosting.Access.SignIn;

/// <summary>
/// Whoever signed in, as App Service Authentication describes them in <c>X-MS-CLIENT-PRINCIPAL</c>: JSON in base64.
/// </summary>
public sealed record ClientPrincipal(
    [property: JsonPropertyName("auth_typ")] string? Authentication,
    [property: JsonPropertyName("name_typ")] string? NameKind,
    [property: JsonPropertyName("role_typ")] string? RoleKind,
    [property: JsonPropertyName("claims")] IReadOnlyList<ClientClaim>? Claims)
{
    /// <summary>The platform's front end takes no longer one.</summary>
    public const int Longest = 16 * 1024;

    /// <summary>The principal in the header; null when it is none. Two headers come joined by a comma, which is no base64.</summary>
    public static ClientPrincipal? Read(string header)
    {
        if (header.Length is 0 or > Longest) return null;
        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header, bytes, out var length)) return null;
        try
        {
            return JsonSerializer.Deserialize(bytes.AsSpan(0, length), SignInJson.Default.ClientPrincipal) is { Claims: { } claims } read
                && claims.All(claim => claim is { Kind: not null, Value: not null })
                    ? read
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public IEnumerable<string> ValuesOf(params IReadOnlyList<string?> kinds) =>
        Claims!.Where(claim => kinds.Contains(claim.Kind, StringComparer.Ordinal)).Select(claim => claim.Value!);
}
