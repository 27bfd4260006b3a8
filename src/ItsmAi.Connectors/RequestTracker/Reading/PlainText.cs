using System.Net;
using System.Text.RegularExpressions;

namespace ItsmAi.Connectors.RequestTracker.Reading;

/// <summary>
/// The words of an HTML text: blocks end lines, scripts and styles are dropped, entities are characters.
/// </summary>
internal static partial class PlainText
{
    public static string Of(string html)
    {
        var words = Unread().Replace(html, " ");
        words = Blank().Replace(words, " ");
        words = BlockEnd().Replace(words, "\n");
        words = WebUtility.HtmlDecode(Tag().Replace(words, "")).Replace('\u00a0', ' ');
        return Lines().Replace(words, "\n\n").Trim();
    }

    [GeneratedRegex("<!--.*?-->|<script\\b.*?</script\\s*>|<style\\b.*?</style\\s*>|<head\\b.*?</head\\s*>",
        RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking, 1000)]
    private static partial Regex Unread();

    [GeneratedRegex("[ \\t\\r\\n]+", RegexOptions.None, 1000)]
    private static partial Regex Blank();

    [GeneratedRegex(" ?<(br|/p|/div|/li|/tr|/h[1-6]|/pre|/blockquote|hr)\\b[^>]*> ?",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BlockEnd();

    [GeneratedRegex("<[a-z/!][^>]*>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("\\n{3,}", RegexOptions.None, 1000)]
    private static partial Regex Lines();
}
