using System.Text;

namespace ItsmAi.ServiceDeskWorld.Wording;

/// <summary>
/// The slips of people who type in a hurry: letters swapped, lost or doubled, everything in one case.
/// </summary>
internal static class Typing
{
    private const double SlipShare = 0.3;
    private const double LowerCaseShare = 0.06;

    /// <summary>Shorter words are left alone: a slip in them would make another word.</summary>
    private const int ShortestWord = 5;

    public static string Hurried(string text, Random random)
    {
        if (random.Chance(LowerCaseShare)) text = text.ToLowerInvariant();
        if (!random.Chance(SlipShare)) return text;
        var typed = new StringBuilder(text);
        for (var slips = random.Next(1, 4); slips > 0; slips--) Slip(typed, random);
        return typed.ToString();
    }

    private static void Slip(StringBuilder text, Random random)
    {
        if (text.Length < ShortestWord) return;
        var at = random.Next(1, text.Length - 2);
        for (var around = -2; around <= 2; around++)
        {
            if (at + around < 0 || at + around >= text.Length || !char.IsAsciiLetterLower(text[at + around])) return;
        }

        switch (random.Next(3))
        {
            case 0:
                (text[at], text[at + 1]) = (text[at + 1], text[at]);
                break;
            case 1:
                text.Remove(at, 1);
                break;
            default:
                text.Insert(at, text[at]);
                break;
        }
    }
}
