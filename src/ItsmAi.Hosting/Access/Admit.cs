using System.Text;
using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Access;

/// <summary>Lets a web call in by its token.</summary>
public sealed class Admit(AccessTokens tokens)
{
    private const string Bearer = "Bearer ";
    private const string Basic = "Basic ";

    // One answer for every cause, so that nobody learns whether a token was good once.
    private static readonly WebAnswer Unknown =
        WebAnswer.Error(401, "authorization: send \"Bearer\" and a token that is good").With("WWW-Authenticate", "Bearer");

    public async Task<Admission> To(Right right, WebCall call, CancellationToken stop)
    {
        // A browser sends what it remembers to whoever makes it ask, so it may only look.
        var secret = SecretIn(call.Headers.GetValueOrDefault("Authorization", ""), basicToo: right == Right.See);
        // Asked even when there is no secret: each cause takes the same way through the store.
        if (await tokens.Find(secret, stop) is not { } caller) return new Admission.Refused(Unknown);
        return Roles.May(caller.Role, right)
            ? new Admission.Admitted(caller)
            : new Admission.Refused(WebAnswer.Error(
                403, $"role: {Roles.NameOf(caller.Role)} may not do this; it takes {Roles.WhoMay(right)}"));
    }

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
