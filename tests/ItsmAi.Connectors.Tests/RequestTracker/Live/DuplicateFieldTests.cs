using ItsmAi.Connectors.Tests.RequestTracker.Rig;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Connectors.Tests.RequestTracker.Live;

[Collection(RequestTrackerCollection.Name)]
public sealed class DuplicateFieldTests
{
    private readonly RequestTrackerRig _rig;

    public DuplicateFieldTests(RequestTrackerRig rig)
    {
        _rig = rig;
        rig.Require();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_duplicate_names_its_root_both_tickets_show_the_link_and_restoring_takes_both_away()
    {
        var (root, ticket) = (await _rig.Ana.Opens("the first"), await _rig.Ana.Opens("the second"));
        var seen = (await _rig.Desk().Read(RequestTrackerRig.Id(ticket), Stop))!;
        var link = new TicketChange { Ticket = seen.Id, Marker = "dup-1", Note = "One cause.", DuplicateOf = root, Basis = seen.Fields };

        var linked = Assert.IsType<DeskAnswer.Applied>(await _rig.Desk().Change(link, Stop));
        Assert.Equal(root, linked.After.DuplicateOf);
        Assert.Equal([root], await Links(ticket));
        Assert.True(Assert.IsType<DeskAnswer.Applied>(await _rig.Desk().Change(link, Stop)).Already);

        var restored = Assert.IsType<DeskAnswer.Applied>(await _rig.Desk().Restore(link, "Taken back.", "dup-1-undo", Stop));
        Assert.Null(restored.After.DuplicateOf);
        Assert.Empty(await Links(ticket));
    }

    [Fact]
    public async Task It_is_pointed_to_another_root_and_to_none()
    {
        var (one, other, ticket) = (await _rig.Ana.Opens(), await _rig.Ana.Opens(), await _rig.Ana.Opens());
        foreach (var (root, at) in new[] { one, other, "" }.Select((root, at) => (root, at)))
        {
            var seen = (await _rig.Desk().Read(RequestTrackerRig.Id(ticket), Stop))!;
            var change = new TicketChange { Ticket = seen.Id, Marker = $"dup-2-{at}", Note = "So it is.", DuplicateOf = root, Basis = seen.Fields };
            var applied = Assert.IsType<DeskAnswer.Applied>(await _rig.Desk().Change(change, Stop));
            Assert.Equal(root, applied.After.DuplicateOf ?? "");
            Assert.Equal(root.Length == 0 ? [] : [root], await Links(ticket));
        }
    }

    private async Task<IEnumerable<string?>> Links(string ticket) =>
        (await _rig.Ana.Gets($"ticket/{ticket}")).GetProperty("_hyperlinks").EnumerateArray()
            .Where(link => link.GetProperty("ref").GetString() == "refers-to").Select(link => link.GetProperty("id").GetString());
}
