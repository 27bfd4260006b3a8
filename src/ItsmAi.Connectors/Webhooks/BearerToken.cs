using System.Security.Cryptography;
using System.Text;

namespace ItsmAi.Connectors.Webhooks;

/// <summary>The secret of senders that sign nothing: a token in the Authorization header.</summary>
public static class BearerToken
{
    private const string Scheme = "Bearer ";

    /// <summary>Whether the request bears one of the tokens, compared in a time that tells nothing of them.</summary>
    public static bool Verify(IReadOnlyDictionary<string, string> headers, IReadOnlyList<string> tokens)
    {
        if (headers.FirstOrDefault(pair => pair.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase)).Value is not { } value
            || !value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        // Digests have one length, so that not even the token's is told.
        var given = SHA256.HashData(Encoding.UTF8.GetBytes(value[Scheme.Length..].Trim()));
        var fits = false;
        foreach (var token in tokens)
            fits |= CryptographicOperations.FixedTimeEquals(given, SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        return fits;
    }
}
