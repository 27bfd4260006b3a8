using System.Globalization;
using System.Text;

namespace ItsmAi.Hosting.Commands;

/// <summary>A text from outside as a line that a terminal shows and does not obey.</summary>
internal static class Plain
{
    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // Control characters move the cursor; format characters, such as those that turn the direction, hide what is said.
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format)
                line.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
            else
                line.Append(rune.ToString());
        }

        return line.ToString();
    }
}
