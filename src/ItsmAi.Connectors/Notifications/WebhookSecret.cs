using System.Security.Cryptography;
using System.Text;

namespace ItsmAi.Connectors.Notifications;

/// <summary>A secret of Standard Webhooks, <c>whsec_</c> and base64, with which we sign what we send.</summary>
public sealed class WebhookSecret
{
    private const string Prefix = "whsec_";
    private const int LeastBytes = 24;
    private const int MostBytes = 64;

    private readonly byte[] _key;

    private WebhookSecret(byte[] key) => _key = key;

    /// <summary>Null where the text is no such secret of 24 to 64 bytes.</summary>
    public static WebhookSecret? Read(string text)
    {
        if (!text.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var key = new byte[text.Length];
        return Convert.TryFromBase64String(text[Prefix.Length..], key, out var length) && length is >= LeastBytes and <= MostBytes
            ? new WebhookSecret(key[..length])
            : null;
    }

    /// <summary>The value of <c>webhook-signature</c>: over id, time and body, parted by full stops.</summary>
    public string Sign(string id, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        hash.AppendData(Encoding.UTF8.GetBytes($"{id}.{timestamp}."));
        hash.AppendData(body);
        return $"v1,{Convert.ToBase64String(hash.GetHashAndReset())}";
    }
}
