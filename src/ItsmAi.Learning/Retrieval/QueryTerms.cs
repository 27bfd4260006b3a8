using System.Runtime.InteropServices;
using ItsmAi.Learning.Text;

namespace ItsmAi.Learning.Retrieval;

/// <summary>The words of a text that say something, stemmed, and their neighbours, as keys; each with how often it stands there.</summary>
internal static class QueryTerms
{
    /// <summary>Hands over each word and each pair in reading order.</summary>
    /// <param name="take">Its key, whether it is a pair, and the number of its last word among the tokens.</param>
    public static void Walk(Tokens tokens, Action<ulong, bool, int> take)
    {
        ulong previous = 0;
        for (int word = 0; word < tokens.Count; word++)
        {
            ReadOnlySpan<char> letters = tokens[word];
            if ((letters.Length < 2 && letters[0] < 0x3000) || StopWords.Contains(letters)) continue;
            ulong key = Grams.WordKey(LightStem.Of(letters));
            take(key, false, word);
            if (previous != 0) take(Grams.PairKey(previous, key), true, word);
            previous = key;
        }
    }

    /// <summary>Each term of the text once, in order of its first place.</summary>
    public static List<QueryTerm> Of(string text)
    {
        Tokens tokens = Tokenizer.Shared(text);
        var places = new Dictionary<ulong, int>();
        var terms = new List<QueryTerm>();
        int before = -1;
        Walk(tokens, (key, isPair, word) =>
        {
            ref int place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, key, out bool known);
            if (known)
            {
                terms[place] = terms[place] with { Count = terms[place].Count + 1 };
            }
            else
            {
                place = terms.Count;
                terms.Add(new QueryTerm(key, isPair ? $"{tokens[before]} {tokens[word]}" : tokens[word].ToString(), isPair, 1));
            }

            if (isPair || before < 0) before = word;
        });
        return terms;
    }
}
