using System.Net;
using System.Text;

namespace ItsmAi.Hosting.Pages.Frame;

/// <summary>Writes HTML. Every text and attribute passes the encoder here, so no ticket can write markup.</summary>
internal sealed class Html
{
    /// <summary>A longer fact gets a line of its own.</summary>
    private const int LongFact = 40;

    private readonly StringBuilder _text = new();

    public override string ToString() => _text.ToString();

    /// <param name="attributes">Names are our own words; values are encoded.</param>
    public Html Open(string tag, string? style = null, params IReadOnlyList<(string Name, string Value)> attributes)
    {
        _text.Append('<').Append(tag);
        if (style is not null) Attribute("class", style);
        foreach (var (name, value) in attributes) Attribute(name, value);
        _text.Append('>');
        return this;
    }

    public Html Close(string tag)
    {
        _text.Append("</").Append(tag).Append(">\n");
        return this;
    }

    public Html Text(string text)
    {
        _text.Append(WebUtility.HtmlEncode(Shown(text)));
        return this;
    }

    public Html Element(
        string tag, string text, string? style = null, params IReadOnlyList<(string Name, string Value)> attributes) =>
        Open(tag, style, attributes).Text(text).Close(tag);

    public Html Heading(int level, string text) => Element($"h{level}", text);

    public Html Paragraph(string text, string? style = null) => Element("p", text, style);

    public Html Preformatted(string text) => Element("pre", text);

    public Html Link(Uri to, string text, string? style = null) =>
        Element("a", text, style, ("href", to.IsAbsoluteUri ? to.AbsoluteUri : to.OriginalString));

    public Html Time(DateTimeOffset at) => Element(
        "time", $"{at.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC", null, ("datetime", $"{at.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}"));

    /// <summary>Names and what they are, as a list of terms.</summary>
    public Html Facts(IReadOnlyList<(string Name, string Value)> facts)
    {
        Open("dl", "facts");
        foreach (var (name, value) in facts)
            Open("div", value.Length > LongFact ? "long" : null).Element("dt", name).Element("dd", value).Close("div");
        return Close("dl");
    }

    /// <summary>The head row of a table; each head names its column for a screen reader.</summary>
    public Html Heads(params IReadOnlyList<string> names)
    {
        Open("thead").Open("tr");
        foreach (var name in names) Element("th", name, null, ("scope", "col"));
        return Close("tr").Close("thead").Open("tbody");
    }

    private void Attribute(string name, string value) =>
        _text.Append(' ').Append(name).Append("=\"").Append(WebUtility.HtmlEncode(Shown(value))).Append('"');

    /// <summary>
    /// Without characters that turn the direction of text or are no characters: they make a page lie.
    /// </summary>
    private static string Shown(string text) =>
        text.All(IsPlain) ? text : string.Concat(text.Where(IsPlain));

    private static bool IsPlain(char letter) =>
        letter is '\n' or '\t' or >= ' '
        && letter is not ('\u007f' or '\u061c' or '\u200e' or '\u200f')
        && letter is not (>= '\u202a' and <= '\u202e')
        && letter is not (>= '\u2066' and <= '\u2069');
}
