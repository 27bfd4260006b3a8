using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ItsmAi.Governance.Redacting;

/// <summary>
/// Takes personal data and secrets out of a text before a model or an audit sees it. What is taken out leaves its kind
/// in square brackets, so that the rest still reads.
/// </summary>
public static partial class Redaction
{
    /// <summary>Longer texts are cut here: a ticket of a book's length says no more about its team.</summary>
    public const int LongestText = 65_536;

    // Each pattern is linear in the text; the bound is there so that a mistake of ours shows as an error, not a hang.
    private const int LongestMatch = 1000;

    public static string Redact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var kept = text.Length > LongestText ? text[..LongestText] : text;
        kept = Secret().Replace(kept, "${what} [secret]");
        kept = Email().Replace(kept, "[email]");
        kept = Iban().Replace(kept, "[account]");
        kept = Card().Replace(kept, "[card]");
        kept = Address().Replace(kept, "[ip]");
        return Phone().Replace(kept, "[phone]");
    }

    /// <summary>
    /// SHA-256 of the redacted text, in lower case hex: evidence of what was seen, without what it said.
    /// </summary>
    public static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Redact(text))));

    [GeneratedRegex(
        @"\b(?<what>password|passwort|passwd|pwd|pin|secret|token|api[_ -]?key|mot de passe)\b\s*(?:is|ist|=|:)\s*\S+",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: LongestMatch)]
    private static partial Regex Secret();

    [GeneratedRegex(@"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+", RegexOptions.None, LongestMatch)]
    private static partial Regex Email();

    [GeneratedRegex(@"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b", RegexOptions.None, LongestMatch)]
    private static partial Regex Iban();

    [GeneratedRegex(@"\b\d{4}(?:[ -]?\d{4}){2}[ -]?\d{1,7}\b", RegexOptions.None, LongestMatch)]
    private static partial Regex Card();

    [GeneratedRegex(@"\b\d{1,3}(?:\.\d{1,3}){3}\b", RegexOptions.None, LongestMatch)]
    private static partial Regex Address();

    [GeneratedRegex(@"\+\d[\d ()/-]{6,18}\d|\b0\d{1,4}[ /-]\d[\d -]{4,14}\d", RegexOptions.None, LongestMatch)]
    private static partial Regex Phone();
}
