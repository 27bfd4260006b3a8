using System.Buffers;
using System.Collections.Frozen;

namespace ItsmAi.Learning.Text;

/// <summary>HTML as it comes in e-mails: how far a tag, a style block or an entity reaches.</summary>
internal static class Markup
{
    private const int LongestName = 10;
    private const int LongestTag = 4_000;
    private const int LongestEntity = 10;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    // Only known names are markup: "a <b and c> d" and "<mary@example.org>" are text.
    private static readonly FrozenSet<string> Names = new[]
    {
        "a", "abbr", "address", "area", "article", "b", "base", "big", "blockquote", "body", "br", "button", "center",
        "code", "col", "colgroup", "dd", "div", "dl", "dt", "em", "fieldset", "font", "footer", "form", "h1", "h2",
        "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i", "img", "input", "label", "li", "link", "main",
        "map", "meta", "nav", "o:p", "ol", "p", "pre", "s", "script", "section", "small", "span", "strike", "strong",
        "style", "sub", "sup", "svg", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "tt", "u", "ul",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ByLetters =
        Names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The characters to skip at a "&lt;": the whole tag, a style or script block with it, else one.</summary>
    public static int TagLength(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("<!--", StringComparison.Ordinal))
            return ThroughEnd(text, "-->");
        int nameStart = text.Length > 1 && text[1] == '/' ? 2 : 1;
        ReadOnlySpan<char> after = text[nameStart..];
        int length = after[..Math.Min(after.Length, LongestName + 1)].IndexOfAny(NameEnds);
        if (length <= 0 || !ByLetters.Contains(after[..length]))
            return 1;
        int end = text[..Math.Min(text.Length, LongestTag)].IndexOf('>');
        if (end < 0 || !IsTag(text[(nameStart + length)..end]))
            return 1;
        ReadOnlySpan<char> name = after[..length];
        if (nameStart == 1 && name.Equals("style", StringComparison.OrdinalIgnoreCase))
            return ThroughEnd(text, "</style>");
        if (nameStart == 1 && name.Equals("script", StringComparison.OrdinalIgnoreCase))
            return ThroughEnd(text, "</script>");
        return end + 1;
    }

    /// <summary>The characters to skip at a "&amp;": the whole entity, else one.</summary>
    public static int EntityLength(ReadOnlySpan<char> text)
    {
        int end = text[..Math.Min(text.Length, LongestEntity)].IndexOf(';');
        if (end < 2)
            return 1;
        foreach (char letter in text[1..end])
            if (!char.IsAsciiLetterOrDigit(letter) && letter != '#')
                return 1;
        return end + 1;
    }

    // After its name a tag has attributes or nothing.
    private static bool IsTag(ReadOnlySpan<char> afterName) =>
        afterName.Contains('=') || afterName.Trim(" \t\r\n/").IsEmpty;

    private static int ThroughEnd(ReadOnlySpan<char> text, string end)
    {
        int at = text.IndexOf(end, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? 1 : at + end.Length;
    }
}
