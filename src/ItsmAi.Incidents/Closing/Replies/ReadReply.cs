namespace ItsmAi.Incidents.Closing.Replies;

/// <summary>
/// Reads a requester's reply to a resolution by the words in it. A confirmation needs clear words and no reserve; whatever
/// is in doubt is unclear, which pauses the closing until somebody has read it.
/// </summary>
public static class ReadReply
{
    /// <summary>A negation reaches so many words.</summary>
    private const int Reach = 4;

    public static ReplyReading Of(string text)
    {
        var own = OwnWords.Of(text);
        var words = PlainWords.Of(own);
        if (words.All(letter => letter is ' ' or '|')) return new ReplyReading(ReplyMeaning.Unclear, "no words of its own");

        var over = First(words, ReplyWords.Over);
        words = Without(words, ReplyWords.Over);
        var broken = First(words, ReplyWords.Broken) ?? Negated(words);
        var confirming = over ?? First(words, ReplyWords.Confirming);
        if (First(words, ReplyWords.Automatic) is { } automatic)
        {
            return broken is null
                ? new ReplyReading(ReplyMeaning.AutomaticReply, Quote(automatic))
                : new ReplyReading(ReplyMeaning.Unclear, $"{Quote(automatic)} and {Quote(broken)}");
        }

        if (First(words, ReplyWords.Possible) is { } possible) return new ReplyReading(ReplyMeaning.Unclear, Quote(possible));
        if (broken is not null)
        {
            var rest = over ?? (Negated(words) is null ? First(Without(words, ReplyWords.Broken), ReplyWords.Confirming) : null);
            return rest is null
                ? new ReplyReading(ReplyMeaning.StillBroken, Quote(broken))
                : new ReplyReading(ReplyMeaning.Unclear, $"{Quote(broken)} and {Quote(rest)}");
        }

        if (own.Contains('?', StringComparison.Ordinal)) return new ReplyReading(ReplyMeaning.Unclear, "it asks a question");
        if (First(words, ReplyWords.Reserving) is { } reserve) return new ReplyReading(ReplyMeaning.Unclear, Quote(reserve));
        if (confirming is not null) return new ReplyReading(ReplyMeaning.Confirms, Quote(confirming));
        return First(words, ReplyWords.Thanks) is { } thanks && SaysNothingElse(words)
            ? new ReplyReading(ReplyMeaning.Confirms, Quote(thanks))
            : new ReplyReading(ReplyMeaning.Unclear, "neither a confirmation nor a complaint in it");
    }

    private static string? First(string words, string[] phrases) =>
        Array.Find(phrases, phrase => words.Contains($" {phrase} ", StringComparison.Ordinal));

    private static string Without(string words, string[] phrases) =>
        phrases.Aggregate(words, (left, phrase) => left.Replace($" {phrase} ", " | ", StringComparison.Ordinal));

    /// <summary>"not yet working", "doesn't really work", "geht leider nicht": in one clause, in either order.</summary>
    private static string? Negated(string words)
    {
        foreach (var clause in words.Split('|'))
        {
            var list = clause.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            for (var at = 0; at < list.Length; at++)
            {
                if (!ReplyWords.Negations.Contains(list[at]) && !list[at].EndsWith("n't", StringComparison.Ordinal)) continue;
                for (var near = Math.Max(0, at - Reach); near <= Math.Min(list.Length - 1, at + Reach); near++)
                {
                    if (near < at && list[at] is not ("nicht" or "pas" or "nie")) continue;
                    if (ReplyWords.Order.Contains(list[near])) return $"{list[Math.Min(at, near)]} … {list[Math.Max(at, near)]}";
                }
            }
        }

        return null;
    }

    private static bool SaysNothingElse(string words)
    {
        var left = words.Replace('|', ' ');
        foreach (var phrase in ReplyWords.Thanks.Concat(ReplyWords.Courtesy).OrderByDescending(phrase => phrase.Length))
        {
            left = string.Join(' ', left.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            left = $" {left} ".Replace($" {phrase} ", "  ", StringComparison.Ordinal);
        }

        return string.IsNullOrWhiteSpace(left);
    }

    private static string Quote(string words) => $"\"{words}\"";
}
