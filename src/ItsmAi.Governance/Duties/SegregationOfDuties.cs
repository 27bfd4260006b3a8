using System.Globalization;
using ItsmAi.Desk.People;

namespace ItsmAi.Governance.Duties;

/// <summary>
/// Who may not be both: an AI identity is never the one who lets something happen, and nobody lets happen what they asked
/// for, wrote or own. Accounts compare without case and without the blanks around them; a name that may be the other's is
/// taken for it, since a refusal only costs asking somebody else. A pure law: it reads nothing.
/// </summary>
public sealed class SegregationOfDuties
{
    private readonly IReadOnlyList<Person> _ai;

    /// <param name="ai">The product's own account, and those that it uses at the desks.</param>
    public SegregationOfDuties(IEnumerable<Person> ai) =>
        _ai = [.. ai.Where(one => !string.IsNullOrWhiteSpace(one.Account))];

    public bool IsAi(Person person) => _ai.Any(one => MayBeSame(one, person));

    /// <summary>True where both names stand for the same account.</summary>
    public static bool AreSame(Person one, Person other) => Named(one.Account) == Named(other.Account);

    /// <summary>
    /// True where one person may stand behind both: a desk calls somebody <c>kim</c> whom the sign-in calls by an address.
    /// </summary>
    public static bool MayBeSame(Person one, Person other)
    {
        if (AreSame(one, other)) return true;
        var (first, second) = (Named(one.Account), Named(other.Account));
        return first.StartsWith(second + "@", StringComparison.Ordinal) || second.StartsWith(first + "@", StringComparison.Ordinal);
    }

    /// <summary>What any act of governance takes: a person, by a name that can be told from others.</summary>
    public Refusal? OfAct(Person person)
    {
        if (string.IsNullOrWhiteSpace(person.Account)) return new Refusal("nobody is named; governance is done by a named person");
        if (person.Account.Any(IsUnseen)) return new Refusal("the name holds characters that nobody sees; use plain letters");
        return IsAi(person) ? new Refusal("an AI identity may not do this; a person has to") : null;
    }

    /// <summary>Approving or rejecting a decision on a ticket.</summary>
    /// <param name="requester">Null where the desk shows none.</param>
    public Refusal? OfDecision(Person approver, Person? requester) =>
        OfAct(approver) ?? OfBoth(approver, requester, "requester", "whoever asked for a ticket may not approve a decision on it");

    /// <summary>Raising a class by one rung of autonomy.</summary>
    public Refusal? OfPromotion(Person approver, Person owner) =>
        OfAct(approver) ?? OfBoth(approver, owner, "owner", "the owner of a use case may not approve its promotion");

    /// <summary>Putting a policy into force.</summary>
    /// <param name="author">Null where the policy does not say who wrote it.</param>
    public Refusal? OfPolicy(Person approver, Person? author) =>
        OfAct(approver) ?? OfBoth(approver, author, "author", "whoever wrote a policy may not put it into force");

    /// <summary>Accepting the risk of something that somebody owns.</summary>
    public Refusal? OfRiskAcceptance(Person approver, Person owner) =>
        OfAct(approver) ?? OfBoth(approver, owner, "owner", "the owner of a risk may not accept it alone");

    private static Refusal? OfBoth(Person approver, Person? other, string field, string says)
    {
        if (other is not { } known) return null;
        if (string.IsNullOrWhiteSpace(known.Account)) return new Refusal($"{field}: the name is empty, so nobody can be told from them");
        return MayBeSame(approver, known) ? new Refusal(says) : null;
    }

    // Format characters are invisible: with one in it, a name looks like another's and compares as its own.
    private static bool IsUnseen(char letter) =>
        char.IsControl(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.Format;

    private static string Named(string? account) => account?.Trim().ToUpperInvariant() ?? "";
}
