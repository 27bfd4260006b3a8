using ItsmAi.Desk.People;
using ItsmAi.Governance.Appeals;

namespace ItsmAi.Governance.Actions;

/// <summary>How decisions are carried out.</summary>
public sealed record CarryOutOptions
{
    /// <summary>The account that receipts name for what ItsmAi itself did.</summary>
    public Person Self { get; init; } = new("itsmai");

    /// <summary>Where people find a decision: notes link to <c>decisions/{id}</c> below it.</summary>
    public Uri Site { get; init; } = new("http://127.0.0.1:7071/");

    /// <summary>Makes the links by which requesters say that it is wrong; null: notes carry none.</summary>
    public AppealKey? Appeals { get; init; }

    public NoteLinks Links => new(Site, Appeals);

    /// <summary>
    /// How long an earlier try is given to end at the desk before a repeat looks at what it did. It must exceed the
    /// desk's request time-out: a process that died may have left a request that is still running there.
    /// </summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>What stands wrong, or null.</summary>
    public string? Check()
    {
        if (string.IsNullOrWhiteSpace(Self.Account)) return "self: an account name is needed";
        if (!Site.IsAbsoluteUri) return $"site: \"{Site}\" is not an absolute URL; try http://127.0.0.1:7071/";
        return Settle < TimeSpan.Zero ? $"settle: {Settle} is negative; try 00:00:15" : null;
    }
}
