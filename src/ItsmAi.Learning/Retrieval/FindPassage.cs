using ItsmAi.Learning.Text;

namespace ItsmAi.Learning.Retrieval;

/// <summary>The few sentences of a body that hold the most of what a question asks for.</summary>
internal static class FindPassage
{
    /// <summary>The longest passage, in letters; a sentence longer than that stands alone and is cut.</summary>
    public const int Longest = 400;

    /// <param name="rarities">What the words of the question are worth, by their keys.</param>
    public static Passage In(string body, IReadOnlyDictionary<ulong, double> rarities)
    {
        string read = body.Length > Tokenizer.LongestText ? body[..Tokenizer.LongestText] : body;
        List<(Passage At, List<ulong> Words)> sentences = [.. Sentences(read).Select(at => (at, Words(read, at, rarities)))];
        var (best, most) = (new Passage(0, 0), 0.0);
        for (int first = 0; first < sentences.Count; first++)
        {
            if (sentences[first].Words.Count == 0) continue;
            var seen = new HashSet<ulong>();
            double worth = 0;
            for (int last = first; last < sentences.Count; last++)
            {
                int length = sentences[last].At.Start + sentences[last].At.Length - sentences[first].At.Start;
                if (last > first && length > Longest) break;
                foreach (ulong word in sentences[last].Words)
                    if (seen.Add(word)) worth += rarities[word];

                // What a sentence adds has to be more than the letters that it costs.
                double net = worth - (0.001 * length);
                if (net > most) (best, most) = (new Passage(sentences[first].At.Start, Math.Min(length, Longest)), net);
            }
        }

        return best;
    }

    private static List<ulong> Words(string body, Passage at, IReadOnlyDictionary<ulong, double> rarities)
    {
        var words = new List<ulong>();
        QueryTerms.Walk(Tokenizer.Shared(body.AsSpan(at.Start, at.Length)), (key, isPair, _) =>
        {
            if (!isPair && rarities.ContainsKey(key)) words.Add(key);
        });
        return words;
    }

    /// <summary>What ends with a full stop, a question or exclamation mark before a space, or with its line.</summary>
    private static IEnumerable<Passage> Sentences(string body)
    {
        int start = 0;
        for (int at = 0; at < body.Length; at++)
        {
            bool isEnd = body[at] == '\n' || (body[at] is '.' or '!' or '?' && (at + 1 == body.Length || char.IsWhiteSpace(body[at + 1])));
            if (!isEnd && at + 1 < body.Length) continue;
            int end = at + 1;
            while (start < end && char.IsWhiteSpace(body[start])) start++;
            int last = end;
            while (last > start && char.IsWhiteSpace(body[last - 1])) last--;
            if (last > start) yield return new Passage(start, last - start);
            start = end;
        }
    }
}
