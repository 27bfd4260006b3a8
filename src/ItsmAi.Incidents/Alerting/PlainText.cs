using System.Globalization;
using System.Text;

namespace ItsmAi.Incidents.Alerting;

/// <summary>A text from an alert as one short line that a reader's screen shows and does not obey.</summary>
internal static class PlainText
{
    // What Markdown and HTML would take for an instruction; a note is text and nothing else.
    private const string Marks = "<>&*_`[]()#|~!\\";

    public static string Line(string text, int longest)
    {
        var line = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length >= longest) return line.Append('…').ToString();
            var isPlain = Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
            if (isPlain && !Marks.Contains(rune.ToString(), StringComparison.Ordinal)) line.Append(rune.ToString());
            else line.Append(rune.Value == '_' ? '_' : ' ');
        }

        return line.ToString().Trim();
    }
}
