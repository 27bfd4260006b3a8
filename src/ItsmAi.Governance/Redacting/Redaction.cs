using System.Security.Cryptography;
using System.Text;

namespace ItsmAi.Governance.Redacting;

/// <summary>
/// Takes personal data and secrets out of a text before a model or an audit sees it. What is taken out leaves its kind
/// in square brackets, so that the rest still reads.
/// </summary>
public static class Redaction
{
    /// <summary>Longer texts are cut here: a ticket of a book's length says no more about its team.</summary>
    public const int LongestText = 65_536;

    public static string Redact(string text) => Replace(text, (kind, _) => $"[{kind}]");

    /// <summary>What would be taken out, in the order of the text.</summary>
    public static IReadOnlyList<SensitiveSpan> Find(string text) => FindSensitive.In(Cut(text));

    /// <summary>
    /// SHA-256 of the redacted text, in lower case hex: evidence of what was seen, without what it said.
    /// </summary>
    public static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Redact(text))));

    /// <param name="put">What stands in the place of a value of this kind.</param>
    internal static string Replace(string text, Func<string, string, string> put)
    {
        var kept = Cut(text);
        var after = new StringBuilder(kept.Length);
        var from = 0;
        foreach (var span in FindSensitive.In(kept))
        {
            after.Append(kept, from, span.Start - from).Append(put(span.Kind, kept.Substring(span.Start, span.Length)));
            from = span.End;
        }

        return after.Append(kept, from, kept.Length - from).ToString();
    }

    private static string Cut(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > LongestText ? text[..LongestText] : text;
    }
}
