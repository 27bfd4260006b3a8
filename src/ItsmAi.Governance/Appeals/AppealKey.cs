using System.Security.Cryptography;
using System.Text;

namespace ItsmAi.Governance.Appeals;

/// <summary>
/// The key in the link by which a requester says that a decision is wrong: HMAC-SHA256 of the decision's id, so that nobody
/// finds another decision's key by trying.
/// </summary>
public sealed class AppealKey
{
    /// <summary>As many as the hash has: a longer secret is no better.</summary>
    public const int SecretBytes = 32;

    private readonly byte[] _secret;

    /// <exception cref="ArgumentException">The secret is shorter than <see cref="SecretBytes"/>.</exception>
    public AppealKey(ReadOnlySpan<byte> secret)
    {
        if (secret.Length < SecretBytes) throw new ArgumentException($"the secret has less than {SecretBytes} bytes", nameof(secret));
        _secret = secret.ToArray();
    }

    /// <summary>The decision's key, in lower case hex.</summary>
    public string Of(string decision) => Convert.ToHexStringLower(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(decision)));

    /// <summary>Whether the key is the decision's; it takes as long for a wrong key as for the right one.</summary>
    public bool Fits(string decision, string key) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Of(decision)), Encoding.UTF8.GetBytes(key));
}
