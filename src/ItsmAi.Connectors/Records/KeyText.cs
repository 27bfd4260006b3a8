using System.Buffers;
using System.Text;

namespace ItsmAi.Connectors.Records;

/// <summary>
/// Writes any text so that a store may take it as a key: encoded keys sort, by bytes or by characters, as the texts
/// sort by UTF-16 code unit, and decode to the same text. Letters, digits, hyphens and most of Unicode stand for
/// themselves.
/// </summary>
/// <remarks>
/// Azure tables refuse / \ # ? and control characters in keys. UTF-8 and UTF-16 order differ only by surrogates, so
/// those are written as two other characters; a text grows to twice its length at most, 400 of the 512 that a key may
/// have.
/// </remarks>
internal static class KeyText
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private const char FirstIdeograph = '\u4E00';

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("-0123456789:;ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    // Each run of characters from First to Last is written as Lead and one character that counts from First. A lead
    // that can be a text of its own lies in its run, so no encoded key is the beginning of another's character.
    private static readonly Run[] Runs =
    [
        new('\u0000', ',', '!'),
        new('.', '/', '.'),
        new('>', '?', '>'),
        new('[', '\\', '['),
        new('~', '\u009F', '~'),
        new('\uD7FB', '\uDFFF', '\uD7FB'),
        new('\uFFFD', '\uFFFF', '\uFFFD'),
    ];

    private static readonly SearchValues<char> Leads = SearchValues.Create([.. Runs.Select(run => run.Lead)]);

    public static string Encode(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain))
            return text;

        var key = new StringBuilder(text.Length + 16);
        foreach (var unit in text)
        {
            if (Array.Find(Runs, run => run.First <= unit && unit <= run.Last) is { } run)
                key.Append(run.Lead).Append(run.Sign(unit - run.First));
            else
                key.Append(unit);
        }

        return key.ToString();
    }

    public static string Decode(string key)
    {
        if (!key.AsSpan().ContainsAny(Leads))
            return key;

        var text = new StringBuilder(key.Length);
        for (var at = 0; at < key.Length; at++)
        {
            if (Array.Find(Runs, run => run.Lead == key[at]) is { } run)
                text.Append((char)(run.First + run.Count(key[++at])));
            else
                text.Append(key[at]);
        }

        return text.ToString();
    }

    private sealed record Run(char First, char Last, char Lead)
    {
        private bool IsLong => Last - First >= Digits.Length;

        public char Sign(int count) => IsLong ? (char)(FirstIdeograph + count) : Digits[count];

        public int Count(char sign) => IsLong ? sign - FirstIdeograph : Digits.IndexOf(sign, StringComparison.Ordinal);
    }
}
