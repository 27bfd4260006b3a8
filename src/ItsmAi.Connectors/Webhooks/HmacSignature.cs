using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ItsmAi.Connectors.Webhooks;

/// <summary>Verifies a webhook's signature over the bytes as they came, before anything is read out of them.</summary>
public static class HmacSignature
{
    // A header that is longer carries no honest signature; several secrets in rotation fit ten times over.
    private const int LongestHeader = 4096;
    private const string StandardPrefix = "whsec_";

    /// <summary>
    /// True when one of the secrets signed this body, and the time that was signed is near enough to now.
    /// </summary>
    /// <param name="headers">The request's headers; their names are compared without regard to case.</param>
    /// <param name="secrets">All that are active: two during a rotation.</param>
    public static bool Verify(
        HmacScheme scheme,
        IReadOnlyDictionary<string, string> headers,
        ReadOnlySpan<byte> body,
        IReadOnlyList<string> secrets,
        DateTimeOffset now)
    {
        if (Header(headers, scheme.Header) is not { Length: > 0 and <= LongestHeader } header) return false;
        var parts = scheme.Separator is { } separator ? header.Split(separator) : [header];
        if (!TryTimestamp(scheme, headers, parts, now, out var timestamp)) return false;
        var id = scheme.IdHeader is null ? "" : Header(headers, scheme.IdHeader);
        if (id is null) return false;
        var offered = parts.Select(part => Decode(scheme, part.Trim())).OfType<byte[]>().ToList();
        var signed = false;
        foreach (var secret in secrets.Where(secret => secret.Length > 0))
        {
            var expected = Sign(scheme, Bytes(secret), timestamp, id, body);
            // No early exit: how long this takes says nothing about which of them matched.
            foreach (var signature in offered) signed |= CryptographicOperations.FixedTimeEquals(signature, expected);
        }

        return signed;
    }

    private static bool TryTimestamp(
        HmacScheme scheme, IReadOnlyDictionary<string, string> headers, string[] parts, DateTimeOffset now,
        out string timestamp)
    {
        timestamp = "";
        if (!scheme.HasTimestamp) return true;
        var written = scheme.TimestampHeader is not null
            ? Header(headers, scheme.TimestampHeader)
            : parts.Select(part => part.Trim())
                .FirstOrDefault(part => part.StartsWith(scheme.TimestampPrefix!, StringComparison.Ordinal))
                ?[scheme.TimestampPrefix!.Length..];
        if (written is null || Time(scheme.TimestampForm, written) is not { } time) return false;
        timestamp = written;
        return (now - time).Duration() <= scheme.Tolerance;
    }

    private static DateTimeOffset? Time(TimestampForm form, string written)
    {
        if (form == TimestampForm.Iso8601)
        {
            return DateTimeOffset.TryParse(
                written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
        }

        var isNumber = long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds);
        return isNumber && seconds < DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
    }

    private static byte[] Sign(
        HmacScheme scheme, byte[] secret, string timestamp, string id, ReadOnlySpan<byte> body)
    {
        var name = scheme.Algorithm == HmacAlgorithm.Sha1 ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256;
        using var hash = IncrementalHash.CreateHMAC(name, secret);
        var text = scheme.SignedText.AsSpan();
        while (text.Length > 0)
        {
            var length = 1;
            if (Takes(text, "{body}", ref length)) hash.AppendData(body);
            else if (Takes(text, "{timestamp}", ref length)) hash.AppendData(Encoding.UTF8.GetBytes(timestamp));
            else if (Takes(text, "{id}", ref length)) hash.AppendData(Encoding.UTF8.GetBytes(id));
            else hash.AppendData(Encoding.UTF8.GetBytes(text[..1].ToString()));
            text = text[length..];
        }

        return hash.GetHashAndReset();
    }

    private static bool Takes(ReadOnlySpan<char> text, string part, ref int length)
    {
        if (!text.StartsWith(part, StringComparison.Ordinal)) return false;
        length = part.Length;
        return true;
    }

    private static byte[]? Decode(HmacScheme scheme, string part)
    {
        if (!part.StartsWith(scheme.Prefix, StringComparison.Ordinal)) return null;
        var written = part.AsSpan(scheme.Prefix.Length);
        try
        {
            return scheme.Form == SignatureForm.Hex
                ? Convert.FromHexString(written)
                : Convert.FromBase64String(written.ToString());
        }
        catch (FormatException)
        {
            return null;
        }
    }

    // A Standard Webhooks secret stands for the bytes behind its prefix; any other for its own letters.
    private static byte[] Bytes(string secret)
    {
        var coded = secret.StartsWith(StandardPrefix, StringComparison.Ordinal) ? secret[StandardPrefix.Length..] : "";
        var decoded = new byte[coded.Length];
        return coded.Length > 0 && Convert.TryFromBase64String(coded, decoded, out var length)
            ? decoded[..length]
            : Encoding.UTF8.GetBytes(secret);
    }

    private static string? Header(IReadOnlyDictionary<string, string> headers, string name)
    {
        if (headers.TryGetValue(name, out var exact)) return exact;
        foreach (var (key, value) in headers)
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase)) return value;
        return null;
    }
}
