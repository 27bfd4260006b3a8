using System.Buffers;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Incidents.Triage;

/// <summary>
/// The data-quality gate, deterministic: 25 points for a title that says what is wrong, 35 for a description, 20 for
/// the
/// service or device concerned, 20 for a detail to search by (an error, a code, a name).
/// </summary>
public static class ScoreCompleteness
{
    private const int ForTitle = 25;
    private const int ForDescription = 35;
    private const int ForService = 20;
    private const int ForDetail = 20;

    /// <summary>A description of this many different words says enough; a shorter one earns its share.</summary>
    private const int EnoughWords = 10;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    private static readonly HashSet<string> Empty = new(
        [
            "help", "please", "problem", "issue", "urgent", "not", "working", "work", "does", "doesn", "broken", "error",
            "it", "is", "the", "my", "a", "i", "need", "with", "t", "can", "cannot", "hello", "hi", "dear", "team", "asap",
            "ticket", "request", "question", "thanks", "thank", "you", "regards", "hilfe", "bitte", "aide", "funktioniert", "nicht",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly string[] DetailWords =
        [
            "error", "fehler", "erreur", "failed", "fails", "denied", "timeout", "timed", "crash", "message", "since", "seit",
            "after", "when",
        ];

    public static Completeness Of(Ticket ticket, IReadOnlyList<string> knownServices)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var title = Words(ticket.Title);
        var body = Words(ticket.Description);
        var missing = new List<string>();
        var score = title.Any(Tells) ? ForTitle : Lacks(missing, "a title that says what is wrong");
        score += DescriptionScore(body, missing);
        var names = NamesService(ticket, knownServices);
        score += names ? ForService : Lacks(missing, "the service or device concerned");
        score += HasDetail(title, body) ? ForDetail : Lacks(missing, "the exact error text, or what happens instead");
        return new Completeness(score, missing, names);
    }

    private static int DescriptionScore(IReadOnlyList<string> body, List<string> missing)
    {
        var telling = body.Where(Tells).Distinct(StringComparer.OrdinalIgnoreCase).Take(EnoughWords).Count();
        if (telling < EnoughWords / 2) missing.Add("what you did, what you expected and what happened");
        return ForDescription * telling / EnoughWords;
    }

    private static int Lacks(List<string> missing, string what)
    {
        missing.Add(what);
        return 0;
    }

    private static bool NamesService(Ticket ticket, IReadOnlyList<string> known) =>
        !string.IsNullOrWhiteSpace(ticket.ConfigurationItem)
        || !string.IsNullOrWhiteSpace(ticket.Service)
        || known.Any(service =>
            ticket.Title.Contains(service, StringComparison.OrdinalIgnoreCase)
            || ticket.Description.Contains(service, StringComparison.OrdinalIgnoreCase));

    private static bool HasDetail(IReadOnlyList<string> title, IReadOnlyList<string> body) =>
        title.Concat(body).Any(word =>
            word.AsSpan().ContainsAny(Digits) || DetailWords.Contains(word, StringComparer.OrdinalIgnoreCase));

    private static bool Tells(string word) => word.Length > 2 && !Empty.Contains(word);

    /// <summary>The first 400 words: what a team needs stands at the top.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var start = 0; start < text.Length && words.Count < 400;)
        {
            while (start < text.Length && !char.IsLetterOrDigit(text[start])) start++;
            var end = start;
            while (end < text.Length && char.IsLetterOrDigit(text[end])) end++;
            if (end > start) words.Add(text[start..Math.Min(end, start + 64)]);
            start = end;
        }

        return words;
    }
}
