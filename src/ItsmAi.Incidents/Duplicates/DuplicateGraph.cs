using System.Collections.Immutable;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Incidents.Duplicates;

/// <summary>
/// Which tickets are duplicates of which: never more than one step deep, never in a circle, and no duplicate is left behind
/// by a root that closed without an answer. It changes only by steps, each of which answers what became of it.
/// </summary>
public sealed record DuplicateGraph
{
    public static DuplicateGraph Empty { get; } = new();

    private ImmutableDictionary<TicketId, DuplicateLink> Links { get; init; } = ImmutableDictionary<TicketId, DuplicateLink>.Empty;

    private ImmutableDictionary<TicketId, RootEnding> Ended { get; init; } = ImmutableDictionary<TicketId, RootEnding>.Empty;

    /// <summary>The graph as it was written down.</summary>
    public static DuplicateGraph Of(IEnumerable<DuplicateLink> links, IEnumerable<EndedRoot> ended) => new()
    {
        Links = links.ToImmutableDictionary(link => link.Duplicate),
        Ended = ended.ToImmutableDictionary(one => one.Root, one => one.Ending),
    };

    /// <summary>Every canonical ticket that is closed.</summary>
    public IEnumerable<EndedRoot> AllEnded => Ended.Select(pair => new EndedRoot(pair.Key, pair.Value));

    /// <summary>Without what nobody asks about any more: a root that was linked to last before a moment, and its duplicates.</summary>
    public DuplicateGraph Since(DateTimeOffset moment)
    {
        var old = Links.Values.GroupBy(link => link.Target)
            .Where(one => one.Max(link => link.At) < moment).Select(one => one.Key).ToHashSet();
        var kept = Links.RemoveRange(Links.Values.Where(link => old.Contains(link.Target)).Select(link => link.Duplicate));
        var roots = kept.Values.Select(link => link.Target).ToHashSet();
        return this with { Links = kept, Ended = Ended.RemoveRange(Ended.Keys.Where(root => !roots.Contains(root))) };
    }

    /// <summary>Every duplicate with what it is linked to now.</summary>
    public IEnumerable<DuplicateLink> All => Links.Values;

    /// <summary>The canonical ticket: the link's target, or the ticket itself where it is nobody's duplicate.</summary>
    public TicketId Root(TicketId ticket) => Links.TryGetValue(ticket, out var link) ? link.Target : ticket;

    public bool IsCanonical(TicketId ticket) => !Links.ContainsKey(ticket);

    public bool IsOpen(TicketId root) => !Ended.ContainsKey(root);

    public IReadOnlyList<DuplicateLink> DuplicatesOf(TicketId root) =>
    [
        .. Links.Values.Where(link => link.Target == root)
            .OrderBy(link => link.At).ThenBy(link => link.Duplicate.Key, StringComparer.Ordinal),
    ];

    /// <summary>Links a ticket to the root of another; what is linked to the ticket goes to that root with it.</summary>
    public DuplicateAnswer Link(TicketId duplicate, TicketId target, LinkedBy by, DateTimeOffset at)
    {
        var root = Root(target);
        if (duplicate == target) return Refuse("a ticket is not a duplicate of itself");
        if (root == duplicate) return Refuse($"{target} is a duplicate of {duplicate} already; linking back would make a circle");
        if (Links.TryGetValue(duplicate, out var already) && already.Target == root)
            return Refuse($"{duplicate} is linked to {root} already");
        if (Ended.TryGetValue(root, out var ending))
            return Refuse($"{root} is closed, {ending.ToString().ToLowerInvariant()}; a target must be open");
        if (Ended.ContainsKey(duplicate)) return Refuse($"{duplicate} is closed; nothing is left to link");
        var followers = DuplicatesOf(duplicate);
        var links = Links.SetItem(duplicate, new DuplicateLink(duplicate, root, by, at) { Before = already, Brought = [.. followers] });
        foreach (var follower in followers) links = links.SetItem(follower.Duplicate, follower with { Target = root });
        return Moved(this with { Links = links }, [new DuplicateMove.Linked(duplicate, root), .. Repointed(followers, root)]);
    }

    /// <summary>
    /// The root closed. Resolved, its duplicates stay linked to it. Unresolved, every one of them reopens, for nobody has
    /// answered its requester; the one that was linked first is the canonical one from now on, because it has waited longest
    /// and one ticket is worked on in place of many, and the others point to it.
    /// </summary>
    public DuplicateAnswer RootClosed(TicketId root, RootEnding ending)
    {
        if (!IsCanonical(root)) return Refuse($"{root} is a duplicate of {Root(root)}; only a canonical ticket ends for its duplicates");
        if (!IsOpen(root)) return Refuse($"{root} is closed already");
        var ended = this with { Ended = Ended.SetItem(root, ending) };
        var orphans = DuplicatesOf(root);
        if (ending == RootEnding.Resolved || orphans.Count == 0) return Moved(ended, []);
        var heir = orphans[0].Duplicate;
        var others = orphans.Skip(1).ToArray();
        var links = Links.Remove(heir);
        foreach (var other in others) links = links.SetItem(other.Duplicate, other with { Target = heir });
        return Moved(
            ended with { Links = links },
            [
                .. orphans.Select(orphan => new DuplicateMove.Reopened(orphan.Duplicate)),
                new DuplicateMove.BecameCanonical(heir),
                .. Repointed(others, heir),
            ]);
    }

    /// <summary>The root was opened again, such as by its requester; tickets may be linked to it again.</summary>
    public DuplicateAnswer RootReopened(TicketId root) => Ended.ContainsKey(root)
        ? Moved(this with { Ended = Ended.Remove(root) }, [])
        : Refuse($"{root} is not closed");

    /// <summary>
    /// The requester says that it is no duplicate: what the link changed is as it was before, unless that has ended or moved
    /// on since, and it counts as an override of who linked.
    /// </summary>
    public DuplicateAnswer Dispute(TicketId duplicate, Person requester)
    {
        if (!Links.TryGetValue(duplicate, out var link)) return Refuse($"{duplicate} is linked to nothing that {requester} could dispute");
        var before = link.Before is { } earlier && Stands(earlier) ? earlier : null;
        var links = before is null ? Links.Remove(duplicate) : Links.SetItem(duplicate, before);

        // Those it brought come back to it, except the ones that somebody has linked elsewhere in the meantime.
        var back = before is null
            ? link.Brought.Where(one => links.TryGetValue(one.Duplicate, out var now) && now with { Target = duplicate } == one).ToArray()
            : [];
        foreach (var one in back) links = links.SetItem(one.Duplicate, one);
        return Moved(
            this with { Links = links },
            [new DuplicateMove.Restored(duplicate, before?.Target), .. Repointed(back, duplicate)],
            new DuplicateOverride(duplicate, link.Target, link.By, requester));
    }

    private bool Stands(DuplicateLink earlier) =>
        IsCanonical(earlier.Target) && Ended.GetValueOrDefault(earlier.Target, RootEnding.Resolved) != RootEnding.Unresolved;

    private static IEnumerable<DuplicateMove> Repointed(IEnumerable<DuplicateLink> moved, TicketId root) =>
        moved.Select(one => new DuplicateMove.Repointed(one.Duplicate, root));

    private static DuplicateAnswer.Refused Refuse(string why) => new(why);

    private static DuplicateAnswer.Moved Moved(
        DuplicateGraph graph, IReadOnlyList<DuplicateMove> moves, DuplicateOverride? overridden = null) =>
        new(graph, moves) { Override = overridden };
}
