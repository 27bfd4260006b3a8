using ItsmAi.Desk.People;
using ItsmAi.Governance.Obligations;

namespace ItsmAi.Governance.Policy.Keeping;

/// <summary>
/// The policy in force, as far as this process knows. Another process may have put another into force, so it is looked
/// up before each message and tick: one read, and a second where it changed.
/// </summary>
public sealed class ActivePolicy
{
    private readonly PolicyBook _book;
    private volatile PolicyDocument _current;

    private ActivePolicy(PolicyBook book, PolicyDocument current)
    {
        _book = book;
        _current = current;
    }

    public PolicyDocument Current => _current;

    /// <summary>
    /// Begins with what is in force; on the first start that is the configuration's policy. Where the configuration says
    /// something else later, what is in force stays, and its owner owes a decision on it.
    /// </summary>
    /// <exception cref="FormatException">What is in force cannot be read.</exception>
    public static async Task<ActivePolicy> Begin(
        PolicyBook book, string text, PolicyDocument configured, Person self, CancellationToken stop)
    {
        await book.TakeFirst(text, configured, self, stop);
        var active = new ActivePolicy(book, configured);
        await active.Refresh(stop);
        return active;
    }

    /// <summary>A policy that is not kept: where no desk is connected, nothing is decided.</summary>
    public static ActivePolicy Unkept(PolicyBook book, PolicyDocument configured) => new(book, configured);

    /// <summary>Takes up what another process put into force.</summary>
    /// <returns>True where something else is in force than before.</returns>
    /// <exception cref="FormatException">
    /// It cannot be read. Nothing may be decided then: what was in force before may allow too much.
    /// </exception>
    public async Task<bool> Refresh(CancellationToken stop)
    {
        if (await _book.Shelf.Active(stop) is not { } pointer || pointer.Version == _current.Version) return false;
        _current = await _book.Find(pointer.Version, stop)
            ?? throw new FormatException($"policy: version {pointer.Version} is in force and cannot be read by this program");
        return true;
    }

    /// <summary>What the owner of the policy in force owes where the configuration says something else; else null.</summary>
    public Obligation? OwedFor(PolicyDocument configured, DateTimeOffset now) => configured.Version == Current.Version
        ? null
        : new Obligation
        {
            Id = PolicyBook.ObligationOf(configured.Version),
            Owner = Current.Owner,
            RaisedAt = now,
            DueAt = Current.DecideBy(now),
            Says = $"the configuration names policy {configured.Version}, but {Current.Version} is in force; activate or restore it",
            About = configured.Version,
        };
}
