using System.Globalization;
using System.Text;

namespace ItsmAi.Learning.Text;

/// <summary>
/// Splits any text into lower-case words of letters, digits and underscores; everything else separates, HTML markup
/// and control and direction characters among it. Han and kana characters, written without spaces, are a word each.
/// </summary>
public static class Tokenizer
{
    /// <summary>What lies beyond is not read: a pasted log must not make one text cost a thousand.</summary>
    public const int LongestText = 40_000;

    /// <summary>A longer run of letters is an encoded attachment or a key, not a word, and is left out.</summary>
    public const int LongestWord = 64;

    [ThreadStatic]
    private static Tokens? _shared;

    /// <summary>The words of the text, valid until this thread asks for the next text.</summary>
    internal static Tokens Shared(ReadOnlySpan<char> text)
    {
        _shared ??= new Tokens();
        Read(text, _shared);
        return _shared;
    }

    /// <summary>Reads the words of the text into a place that may be reused.</summary>
    public static void Read(ReadOnlySpan<char> text, Tokens into)
    {
        if (text.Length > LongestText)
            text = text[..LongestText];
        into.Clear(text.Length);
        int at = 0;
        while (at < text.Length)
        {
            char letter = text[at];
            if (char.IsAsciiLetterOrDigit(letter) || letter == '_')
            {
                into.Append(char.IsAsciiLetterUpper(letter) ? (char)(letter | 0x20) : letter);
                at++;
            }
            else
            {
                at += Other(text[at..], into);
            }
        }
        Close(into);
    }

    private static int Other(ReadOnlySpan<char> rest, Tokens into)
    {
        if (rest[0] >= 0x80)
            return Foreign(rest, into);
        Close(into);
        return rest[0] switch
        {
            '<' => Markup.TagLength(rest),
            '&' => Markup.EntityLength(rest),
            _ => 1,
        };
    }

    private static int Foreign(ReadOnlySpan<char> rest, Tokens into)
    {
        if (Rune.DecodeFromUtf16(rest, out Rune rune, out int length) != System.Buffers.OperationStatus.Done
            || !IsPartOfWord(rune))
        {
            Close(into);
            return length;
        }
        bool alone = IsWrittenWithoutSpaces(rune.Value);
        if (alone)
            Close(into);
        Span<char> lower = stackalloc char[2];
        int written = Rune.ToLowerInvariant(rune).EncodeToUtf16(lower);
        foreach (char letter in lower[..Math.Min(written, length)])
            into.Append(letter);
        if (alone)
            Close(into);
        return length;
    }

    private static bool IsPartOfWord(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsWrittenWithoutSpaces(int code) =>
        code is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0x20000 and <= 0x3FFFF);

    private static void Close(Tokens into)
    {
        if (!into.InWord)
            return;
        if (into.WordLength > LongestWord)
            into.DropWord();
        else
            into.EndWord();
    }
}
