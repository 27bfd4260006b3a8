using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Access;

/// <summary>Lets a web call in by its bearer token.</summary>
public sealed class Admit(AccessTokens tokens)
{
    private const string Scheme = "Bearer ";

    // One answer for every cause, so that nobody learns whether a token was good once.
    private static readonly WebAnswer Unknown =
        WebAnswer.Error(401, "authorization: send \"Bearer\" and a token that is good").With("WWW-Authenticate", "Bearer");

    public async Task<Admission> To(Right right, WebCall call, CancellationToken stop)
    {
        var header = call.Headers.GetValueOrDefault("Authorization", "");
        var secret = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : "";
        // Asked even when there is no secret: each cause takes the same way through the store.
        if (await tokens.Find(secret, stop) is not { } caller) return new Admission.Refused(Unknown);
        return Roles.May(caller.Role, right)
            ? new Admission.Admitted(caller)
            : new Admission.Refused(WebAnswer.Error(
                403, $"role: {Roles.NameOf(caller.Role)} may not do this; it takes {Roles.WhoMay(right)}"));
    }
}
