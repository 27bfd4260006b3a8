namespace ItsmAi.Learning.Text;

/// <summary>
/// Takes one ending off a word, so that "printers" and "printing" meet: a light stemmer for English and some German, which is wrong
/// more often than Porter's and costs nothing.
/// </summary>
internal static class LightStem
{
    private const int ShortestRest = 3;

    // The longest first, since only one is taken off.
    private static readonly string[] Endings =
    [
        "ization", "ations", "ungen", "ation", "ingly", "ments", "edly", "ings", "ment", "ing", "ies", "ied", "ers", "ung", "er",
        "ed", "es", "ly", "s", "e",
    ];

    /// <summary>The word without its ending; words with a digit in them are names, and stay.</summary>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> word)
    {
        if (word.ContainsAnyInRange('0', '9')) return word;
        foreach (string ending in Endings)
            if (word.Length - ending.Length >= ShortestRest && word.EndsWith(ending, StringComparison.Ordinal))
                return word[..^ending.Length];
        return word;
    }
}
