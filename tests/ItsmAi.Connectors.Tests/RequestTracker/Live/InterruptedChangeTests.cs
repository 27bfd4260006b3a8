using ItsmAi.Connectors.Tests.RequestTracker.Rig;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Connectors.Tests.RequestTracker.Live;

/// <summary>A change is two writes, the note and the fields. Here they are stopped, lost and interfered with.</summary>
[Collection(RequestTrackerCollection.Name)]
public sealed class InterruptedChangeTests
{
    private readonly RequestTrackerRig _rig;

    public InterruptedChangeTests(RequestTrackerRig rig)
    {
        _rig = rig;
        rig.Require();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, true, true)]
    [InlineData(1, false, true)]
    [InlineData(2, true, true)]
    [InlineData(2, false, true)]
    [InlineData(1, true, false)]
    [InlineData(1, false, false)]
    [InlineData(2, true, false)]
    [InlineData(2, false, false)]
    public async Task Whatever_is_lost_the_repeat_finishes_and_doubles_nothing(
        int write, bool onlyAnswer, bool withNote)
    {
        var change = await Change(withNote ? "A note." : null);
        using var meddler = new Meddler();
        (onlyAnswer ? meddler.LosesAnswer : meddler.LosesRequest).Add(write);
        var desk = _rig.Desk(meddler);

        await Assert.ThrowsAsync<DeskUnavailableException>(() => desk.Change(change, Stop));
        var answer = Assert.IsType<DeskAnswer.Applied>(await desk.Change(change, Stop));

        await AssertDoneOnce(change, answer.After);
        Assert.Equal(onlyAnswer && write == 2, answer.Already);
    }

    [Fact]
    public async Task A_note_whose_marker_field_Request_Tracker_never_wrote_is_not_written_again()
    {
        var change = await Change("A note.");
        await _rig.Bot.Comments(
            change.Ticket.Number, """{"Subject":"ItsmAi dec-1","Content":"A note.","ContentType":"text/plain"}""");

        var answer = Assert.IsType<DeskAnswer.Applied>(await _rig.Desk().Change(change, Stop));

        await AssertDoneOnce(change, answer.After);
    }

    [Fact]
    public async Task A_field_that_was_written_before_the_stop_is_not_written_again()
    {
        var change = await Change("A note.");
        using var meddler = new Meddler();
        meddler.LosesRequest.Add(2);
        await Assert.ThrowsAsync<DeskUnavailableException>(() => _rig.Desk(meddler).Change(change, Stop));
        await _rig.Bot.Sets(change.Ticket.Number, """{"Queue":"Network"}""");

        var answer = Assert.IsType<DeskAnswer.Applied>(await _rig.Desk().Change(change, Stop));

        await AssertDoneOnce(change, answer.After);
    }

    [Fact]
    public async Task A_marker_that_somebody_else_wrote_does_not_stop_us()
    {
        var change = await Change("A note.");
        await _rig.Bo.Comments(
            change.Ticket.Number, """{"Subject":"ItsmAi dec-1","Content":"not ours","ContentType":"text/plain"}""");

        Assert.IsType<DeskAnswer.Applied>(await _rig.Desk().Change(change, Stop));

        Assert.Equal(2, await _rig.Ana.CommentCount(change.Ticket.Number));
    }

    [Fact]
    public async Task A_change_of_something_else_between_our_reading_and_writing_is_judged_anew_and_let_be()
    {
        var change = await Change("A note.");
        using var meddler = new Meddler();
        meddler.Before[2] = () => _rig.Bo.Sets(change.Ticket.Number, """{"Subject":"VPN drops again"}""");

        var answer = Assert.IsType<DeskAnswer.Applied>(await _rig.Desk(meddler).Change(change, Stop));

        Assert.Equal("VPN drops again", answer.After.Title);
        Assert.Equal(3, meddler.Writes);
        await AssertDoneOnce(change, answer.After);
    }

    [Theory]
    [InlineData("""{"Owner":"bo"}""", "assignee")]
    [InlineData("""{"Queue":"Hardware"}""", "team")]
    public async Task A_person_who_comes_between_note_and_fields_is_respected(string did, string field)
    {
        var change = await Change("A note.");
        using var meddler = new Meddler();
        meddler.Before[2] = () => _rig.Bo.Sets(change.Ticket.Number, did);
        var desk = _rig.Desk(meddler);

        var answer = Assert.IsType<DeskAnswer.Overtaken>(await desk.Change(change, Stop));

        Assert.Equal(field, answer.Field);
        Assert.Equal(field, Assert.IsType<DeskAnswer.Overtaken>(await desk.Change(change, Stop)).Field);
        Assert.Equal(1, await _rig.Ana.CommentCount(change.Ticket.Number));
        Assert.DoesNotContain("Set Priority 80 itsmai-bot", await _rig.Ana.History(change.Ticket.Number));
    }

    [Fact]
    public async Task A_ticket_that_changes_each_time_is_left_for_later()
    {
        var change = await Change("A note.");
        using var meddler = new Meddler();
        for (var write = 2; write <= 4; write++)
        {
            var subject = $"{{\"Subject\":\"change {write}\"}}";
            meddler.Before[write] = () => _rig.Bo.Sets(change.Ticket.Number, subject);
        }

        await Assert.ThrowsAsync<DeskUnavailableException>(() => _rig.Desk(meddler).Change(change, Stop));
        var answer = Assert.IsType<DeskAnswer.Applied>(await _rig.Desk().Change(change, Stop));

        await AssertDoneOnce(change, answer.After);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Stopped_at_random_until_it_is_done_it_is_done_once(int seed)
    {
        var random = new Random(seed);
        var change = await Change("A note.");
        using var meddler = new Meddler();
        for (var write = 1; write <= 6; write++)
            if (random.Next(3) > 0) (random.Next(2) == 0 ? meddler.LosesAnswer : meddler.LosesRequest).Add(write);
        var desk = _rig.Desk(meddler);

        DeskAnswer? answer = null;
        while (answer is null)
        {
            try
            {
                answer = await desk.Change(change, Stop);
            }
            catch (DeskUnavailableException)
            {
                // Asked again, as the queue would.
            }
        }

        await AssertDoneOnce(change, Assert.IsType<DeskAnswer.Applied>(answer).After);
    }

    private async Task AssertDoneOnce(TicketChange change, Ticket after)
    {
        Assert.Equal((change.Team, change.Category, change.Priority, change.Marker),
            (after.Team, after.Category, after.Priority, after.Marker));
        var history = await _rig.Ana.History(change.Ticket.Number);
        Assert.Equal(change.Note is null ? 0 : 1, await _rig.Ana.CommentCount(change.Ticket.Number));
        Assert.Equal(history.Count, history.Distinct(StringComparer.Ordinal).Count());
    }

    private async Task<TicketChange> Change(string? note)
    {
        var ticket = await _rig.Desk().Read(RequestTrackerRig.Id(await _rig.Ana.Opens()), Stop);
        return new TicketChange
        {
            Ticket = ticket!.Id, Marker = "dec-1", Note = note, Confidence = 0.91, Basis = ticket.Fields,
            Team = new Team("Network"), Category = "vpn", Priority = Priority.P2,
        };
    }
}
