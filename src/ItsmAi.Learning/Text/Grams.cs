namespace ItsmAi.Learning.Text;

/// <summary>
/// Words, pairs of words and the three to five neighbouring characters within words, as 64-bit keys: no string is made.
/// Among ten million different n-grams the chance of one shared key is about three in a million.
/// </summary>
internal static class Grams
{
    public const int ShortestCharacters = 3;
    public const int LongestCharacters = 5;

    private const ulong WordSeed = 0x9E3779B97F4A7C15;
    private const ulong PairSeed = 0xC2B2AE3D27D4EB4F;
    private const ulong CharactersSeed = 0x165667B19E3779F9;
    private const ulong Prime = 0x100000001B3;

    /// <summary>The key of one word.</summary>
    public static ulong WordKey(ReadOnlySpan<char> word)
    {
        ulong hash = WordSeed;
        foreach (char letter in word)
            hash = Step(hash, letter);
        return Finish(hash);
    }

    /// <summary>The key of two neighbouring words.</summary>
    public static ulong PairKey(ulong first, ulong second) => Finish((first ^ PairSeed) * Prime ^ (second >> 1));

    /// <summary>Hands every n-gram of the words to the sink, in reading order.</summary>
    public static void Walk<TSink>(Tokens tokens, ref TSink sink)
        where TSink : struct, IGramSink
    {
        ulong previous = 0;
        for (int word = 0; word < tokens.Count; word++)
        {
            ulong key = WordKey(tokens[word]);
            sink.Word(key, word);
            if (word > 0)
                sink.Pair(PairKey(previous, key), word - 1);
            previous = key;
            WalkCharacters(tokens.WithEdges(word), word, ref sink);
        }
    }

    private static void WalkCharacters<TSink>(ReadOnlySpan<char> letters, int word, ref TSink sink)
        where TSink : struct, IGramSink
    {
        for (int start = 0; start + ShortestCharacters <= letters.Length; start++)
        {
            ulong hash = CharactersSeed;
            int end = Math.Min(start + LongestCharacters, letters.Length);
            for (int at = start; at < end; at++)
            {
                hash = Step(hash, letters[at]);
                if (at - start + 1 >= ShortestCharacters)
                    sink.Characters(Finish(hash), word);
            }
        }
    }

    private static ulong Step(ulong hash, char letter) => (hash ^ letter) * Prime;

    // The finaliser of MurmurHash3: every bit of the hash reaches every bit of the key. Zero marks an empty slot.
    private static ulong Finish(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53;
        hash ^= hash >> 33;
        return hash == 0 ? 1 : hash;
    }
}
