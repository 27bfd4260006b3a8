using System.Text;
using ItsmAi.Hosting.Access.SignIn;
using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Access;

/// <summary>Lets a web call in by its token, or by the sign-in of the platform where there is one.</summary>
/// <param name="signIn">Null where the platform signs nobody in: its header is then not looked at.</param>
public sealed class Admit(AccessTokens tokens, PlatformSignIn? signIn = null)
{
    private const string Bearer = "Bearer ";
    private const string Basic = "Basic ";

    // One answer for every cause, so that nobody learns whether a token was good once.
    private static readonly WebAnswer Unknown =
        WebAnswer.Error(401, "authorization: send \"Bearer\" and a token that is good").With("WWW-Authenticate", "Bearer");

    public async Task<Admission> To(Right right, WebCall call, CancellationToken stop)
    {
        if (signIn is not null && call.Headers.TryGetValue(PlatformSignIn.Header, out var principal))
        {
            return SignedIn(signIn, principal, right, call);
        }

        // A browser sends what it remembers to whoever makes it ask, so it may only look.
        var secret = SecretIn(call.Headers.GetValueOrDefault("Authorization", ""), basicToo: right == Right.See);
        // Asked even when there is no secret: each cause takes the same way through the store.
        return await tokens.Find(secret, stop) is { } caller ? Judge(caller, right) : new Admission.Refused(Unknown);
    }

    private static Admission SignedIn(PlatformSignIn signIn, string principal, Right right, WebCall call)
    {
        if (PlatformSignIn.Read(principal) is not var (person, roles, isApplication)) return new Admission.Refused(Unknown);
        if (roles is not [var first, ..])
        {
            return Forbidden($"role: none is assigned; there are {string.Join(", ", Roles.Names)}");
        }

        if (right != Right.See && signIn.IsFromElsewhere(call)) return Forbidden("origin: another site may not do this for you");
        return Judge(new Caller(person, first) { Also = [.. roles.Skip(1)], IsApplication = isApplication }, right);
    }

    private static Admission Judge(Caller caller, Right right)
    {
        if (caller.May(right)) return new Admission.Admitted(caller);
        return caller.IsApplication && right != Right.See
            ? Forbidden("caller: an application may not do this; a person has to")
            : Forbidden($"role: {Roles.NameOf(caller.Role)} may not do this; it takes {Roles.WhoMay(right)}");
    }

    private static Admission.Refused Forbidden(string says) => new(WebAnswer.Error(403, says));

    /// <summary>A program sends the token as a bearer; a browser sends it as the password of whatever name.</summary>
    private static string SecretIn(string header, bool basicToo)
    {
        if (header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return header[Bearer.Length..].Trim();
        if (!basicToo || !header.StartsWith(Basic, StringComparison.OrdinalIgnoreCase)) return "";
        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[Basic.Length..].Trim(), bytes, out var length)) return "";
        var pair = Encoding.UTF8.GetString(bytes, 0, length);
        return pair[(pair.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }
}
