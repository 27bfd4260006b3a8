using ItsmAi.Desk.People;

namespace ItsmAi.Governance.Obligations.Owners;

/// <summary>Whether two names are one account: people are careless of case, and duties must not be.</summary>
internal static class SamePerson
{
    public static bool IsSame(this Person one, Person other) =>
        string.Equals(one.Account, other.Account, StringComparison.OrdinalIgnoreCase);
}
