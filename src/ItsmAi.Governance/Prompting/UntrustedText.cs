using System.Globalization;
using System.Text;

namespace ItsmAi.Governance.Prompting;

/// <summary>A text that somebody else wrote, on its way to a model.</summary>
/// <param name="Name">Ours: <c>question</c>, <c>article 3</c>.</param>
/// <param name="Longest">Longer texts are cut, and the cut is said.</param>
public sealed record UntrustedText(string Name, string Text, int Longest = 8_000)
{
    /// <summary>
    /// The text without what no reader sees: control characters, marks of direction, letters of no width, tags. Instructions
    /// are hidden there from people and not from models.
    /// </summary>
    internal string Visible()
    {
        var kept = new StringBuilder(Math.Min(Text.Length, Longest));
        foreach (var rune in Text.EnumerateRunes())
        {
            if (kept.Length >= Longest) return kept.Append("\n[cut here]").ToString();
            var isSeen = rune.Value is '\n' or '\t' || Rune.GetUnicodeCategory(rune) is not (
                UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
            if (isSeen && rune.Value is not (>= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF)) kept.Append(rune);
        }

        return kept.ToString();
    }
}
