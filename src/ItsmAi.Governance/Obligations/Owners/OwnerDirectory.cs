using ItsmAi.Desk.People;

namespace ItsmAi.Governance.Obligations.Owners;

/// <summary>
/// Who can owe something, and whom it goes up to. Where nobody is listed every name is taken at its word; where
/// somebody is, whoever is not listed can own nothing.
/// </summary>
/// <param name="people">Everybody who is listed.</param>
/// <param name="lastResort">The practice owner, who has what nobody else can have.</param>
public sealed class OwnerDirectory(IReadOnlyList<KnownPerson> people, Func<Person> lastResort, TimeProvider clock)
{
    private readonly Dictionary<string, KnownPerson> _people =
        people.ToDictionary(one => one.Person.Account, StringComparer.OrdinalIgnoreCase);

    public KnownPerson? Find(Person person) => _people.GetValueOrDefault(person.Account);

    /// <summary>
    /// Why this person can own nothing, in words that name nobody; null where they can, as the practice owner always
    /// does.
    /// </summary>
    public string? Vacancy(Person person)
    {
        if (_people.Count == 0 || person.IsSame(lastResort())) return null;
        return Find(person) is { } known ? known.Vacancy(clock.GetUtcNow()) : "the owner is not known";
    }

    /// <summary>The obligation with an owner who can be one; an exception is written on it.</summary>
    public Obligation Place(Obligation owed) => Vacancy(owed.Owner) is { } because
        ? owed with { Owner = lastResort(), InsteadOf = owed.Owner, OwnershipException = because }
        : owed;

    /// <summary>
    /// Whom it goes up to, step by step: manager after manager, those who cannot own left out, and the practice owner
    /// at the end.
    /// </summary>
    public IReadOnlyList<Person> Above(Person owner)
    {
        var end = lastResort();
        var chain = new List<Person>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { owner.Account };
        for (var at = Find(owner)?.Manager; at is { } manager && seen.Add(manager.Account); at = Find(manager)?.Manager)
        {
            if (Vacancy(manager) is null) chain.Add(manager);
            if (manager.IsSame(end)) return chain;
        }

        if (seen.Add(end.Account)) chain.Add(end);
        return chain;
    }
}
