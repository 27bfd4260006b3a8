using ItsmAi.Desk.People;

namespace ItsmAi.Incidents.Triage;

/// <summary>
/// The words that weighed, without those that may be the requester's own name: receipts keep them for good, and a name
/// is no reason.
/// </summary>
internal static class NamelessWords
{
    // Shorter ones stand in words by chance.
    private const int TellingPart = 4;

    public static IReadOnlyList<string> Of(IReadOnlyList<string> words, Person? requester)
    {
        if (requester is not { Account.Length: > 0 } person) return words;
        var parts = Parts(person.Account);
        return [.. words.Where(word => !Parts(word).Exists(piece => IsOfName(piece, parts, person.Account)))];
    }

    private static bool IsOfName(string piece, List<string> parts, string account) =>
        parts.Contains(piece, StringComparer.OrdinalIgnoreCase)
        || (piece.Length >= TellingPart && account.Contains(piece, StringComparison.OrdinalIgnoreCase))
        || parts.Exists(part => part.Length >= TellingPart && piece.Contains(part, StringComparison.OrdinalIgnoreCase));

    private static List<string> Parts(string text)
    {
        var letters = text.Select(sign => char.IsLetterOrDigit(sign) ? sign : ' ').ToArray();
        return [.. new string(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length > 1)];
    }
}
