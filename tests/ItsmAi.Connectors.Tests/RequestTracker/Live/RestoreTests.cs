using ItsmAi.Connectors.Tests.RequestTracker.Rig;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Connectors.Tests.RequestTracker.Live;

[Collection(RequestTrackerCollection.Name)]
public sealed class RestoreTests
{
    private readonly RequestTrackerRig _rig;

    public RestoreTests(RequestTrackerRig rig)
    {
        _rig = rig;
        rig.Require();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Undoing_puts_every_value_back_and_asked_again_does_nothing()
    {
        var done = await Done();

        var first = Assert.IsType<DeskAnswer.Applied>(await Undo(done));

        Assert.Equal(done.Basis, first.After.Fields);
        Assert.Equal("undo-1", first.After.Marker);
        var history = await _rig.Ana.History(done.Ticket.Number);
        var again = Assert.IsType<DeskAnswer.Applied>(await Undo(done));
        Assert.True(again.Already);
        Assert.Equal(history, await _rig.Ana.History(done.Ticket.Number));
        Assert.Equal(2, await _rig.Ana.CommentCount(done.Ticket.Number));
    }

    [Fact]
    public async Task Undoing_leaves_what_a_person_set_since_and_puts_the_rest_back()
    {
        var done = await Done();
        await _rig.Bo.Sets(done.Ticket.Number, """{"Queue":"Hardware"}""");

        var answer = Assert.IsType<DeskAnswer.Applied>(await Undo(done));

        Assert.Equal("Hardware", answer.After.Team.Name);
        Assert.Null(answer.After.Category);
        Assert.Null(answer.After.Priority);
    }

    [Fact]
    public async Task Undoing_what_shows_nothing_of_ours_any_more_writes_nothing()
    {
        var done = await Done();
        await _rig.Bo.Sets(
            done.Ticket.Number, """{"Queue":"Hardware","Priority":40,"CustomFields":{"AI Category":"disk"}}""");

        Assert.Equal("team", Assert.IsType<DeskAnswer.Overtaken>(await Undo(done)).Field);

        Assert.Equal(1, await _rig.Ana.CommentCount(done.Ticket.Number));
    }

    [Fact]
    public async Task A_finished_ticket_is_not_undone()
    {
        var done = await Done();
        await _rig.Bo.Sets(done.Ticket.Number, """{"Status":"resolved"}""");

        Assert.Equal("status", Assert.IsType<DeskAnswer.Overtaken>(await Undo(done)).Field);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(2, false)]
    public async Task Whatever_is_lost_undoing_again_finishes_and_doubles_nothing(int write, bool onlyAnswer)
    {
        var done = await Done();
        using var meddler = new Meddler();
        (onlyAnswer ? meddler.LosesAnswer : meddler.LosesRequest).Add(write);
        var desk = _rig.Desk(meddler);

        await Assert.ThrowsAsync<DeskUnavailableException>(() => desk.Restore(done, "Undone by bo.", "undo-1", Stop));
        var answer = Assert.IsType<DeskAnswer.Applied>(await desk.Restore(done, "Undone by bo.", "undo-1", Stop));

        Assert.Equal(done.Basis, answer.After.Fields);
        Assert.Equal(2, await _rig.Ana.CommentCount(done.Ticket.Number));
    }

    private Task<DeskAnswer> Undo(TicketChange done) => _rig.Desk().Restore(done, "Undone by bo.", "undo-1", Stop);

    private async Task<TicketChange> Done()
    {
        var ticket = await _rig.Desk().Read(RequestTrackerRig.Id(await _rig.Ana.Opens()), Stop);
        var change = new TicketChange
        {
            Ticket = ticket!.Id, Marker = "dec-1", Note = "A note.", Basis = ticket.Fields,
            Team = new Team("Network"), Category = "vpn", Priority = Priority.P2,
        };
        Assert.IsType<DeskAnswer.Applied>(await _rig.Desk().Change(change, Stop));
        return change;
    }
}
