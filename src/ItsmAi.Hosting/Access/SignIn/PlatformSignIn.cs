using System.Globalization;
using ItsmAi.Desk.People;
using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Access.SignIn;

/// <summary>
/// Knows callers by the sign-in of the platform. It is there only under the Functions host in Azure with App Service
/// Authentication on, which takes the header away from everybody who sends it and writes it itself.
/// </summary>
public sealed class PlatformSignIn
{
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    /// <summary>App Service sets it where its authentication stands before the application.</summary>
    public const string Enabled = "WEBSITE_AUTH_ENABLED";

    private const int LongestName = 100;
    private const string UserName = "preferred_username";

    // The platform writes some claims by their long names and others as the token has them.
    private static readonly string[] Scope = ["scp", "http://schemas.microsoft.com/identity/claims/scope"];

    private readonly string _origin;

    private PlatformSignIn(Uri site) => _origin = site.GetLeftPart(UriPartial.Authority);

    /// <summary>Null where the platform signs nobody in: then its header is anybody's.</summary>
    public static PlatformSignIn? From(Func<string, string?> environment, Uri site) =>
        string.Equals(environment(Enabled), "True", StringComparison.OrdinalIgnoreCase) ? new PlatformSignIn(site) : null;

    /// <summary>Who signed in and with which roles, none among them; null when the header names nobody.</summary>
    public static (Person Person, IReadOnlyList<Role> Roles, bool IsApplication)? Read(string header)
    {
        if (ClientPrincipal.Read(header) is not { } principal) return null;
        var users = principal.ValuesOf(UserName).Distinct(StringComparer.OrdinalIgnoreCase).ToList();

        // An application's own token has no scope and no user; some tenants mark it besides.
        var isApplication = principal.ValuesOf("idtyp").Contains("app", StringComparer.OrdinalIgnoreCase)
            || (users.Count == 0 && !principal.ValuesOf(Scope).Any());
        var names = isApplication ? ["application"] : users.Count > 0 ? users : [.. principal.ValuesOf(principal.NameKind).Distinct()];
        if (names is not [var name] || !IsName(name)) return null;
        var roles = principal.ValuesOf(principal.RoleKind, "roles").Select(RoleOf).OfType<Role>().Distinct().ToList();
        return (new Person(name), roles, isApplication);
    }

    /// <summary>A browser sends its session to us for every page that makes it: what changes something must come from ours.</summary>
    public bool IsFromElsewhere(WebCall call) =>
        call.Headers.TryGetValue("Origin", out var origin) && !origin.Equals(_origin, StringComparison.OrdinalIgnoreCase);

    private static bool IsName(string name) => !string.IsNullOrWhiteSpace(name) && name.Length <= LongestName
        && !name.Any(letter => char.IsControl(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.Format);

    private static Role? RoleOf(string name) => Roles.Read(name) ?? name switch
    {
        "ItsmAi.Viewer" => Role.Viewer,
        "ItsmAi.Operator" => Role.Operator,
        "ItsmAi.Approver" => Role.Approver,
        "ItsmAi.PolicyOwner" => Role.PolicyOwner,
        _ => null,
    };
}
