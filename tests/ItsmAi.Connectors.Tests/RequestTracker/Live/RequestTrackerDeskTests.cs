using ItsmAi.Connectors.Tests.RequestTracker.Rig;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Connectors.Tests.RequestTracker.Live;

[Collection(RequestTrackerCollection.Name)]
public sealed class RequestTrackerDeskTests
{
    private readonly RequestTrackerRig _rig;

    public RequestTrackerDeskTests(RequestTrackerRig rig)
    {
        _rig = rig;
        rig.Require();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ticket_is_read_with_what_the_requester_wrote()
    {
        const string Text = "Zeile 1 – „VPN“ 日本 \U0001F600\u202Eabc\nError <b>809</b>.";
        var number = await _rig.Ana.Opens("Grüße “VPN”", Text, more: ",\"Priority\":80");

        var ticket = await _rig.Desk().Read(RequestTrackerRig.Id(number), Stop);

        Assert.NotNull(ticket);
        Assert.Equal("Grüße “VPN”", ticket.Title);
        Assert.Equal(Text, ticket.Description);
        Assert.Equal(TicketStatus.New, ticket.Status);
        Assert.Equal(new Team("Service Desk"), ticket.Team);
        Assert.Equal(new Person("kim@example.test"), ticket.Requester);
        Assert.Equal(Priority.P2, ticket.Priority);
        Assert.Null(ticket.Assignee);
        Assert.Null(ticket.Category);
        Assert.Null(ticket.Marker);
        Assert.True(long.Parse(ticket.Version) > 0);
        Assert.EndsWith($"/Ticket/Display.html?id={number}", ticket.Link!.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_is_found_among_attachments()
    {
        var number = await _rig.Ana.Opens(content: "The screen is black.", more: """
            ,"Attachments":[{"FileName":"log.txt","FileType":"text/plain","FileContent":"c2VjcmV0"}]
            """);

        var ticket = await _rig.Desk().Read(RequestTrackerRig.Id(number), Stop);

        Assert.Equal("The screen is black.", ticket!.Description);
    }

    [Fact]
    public async Task A_change_writes_note_marker_and_fields_and_asked_again_writes_nothing()
    {
        var number = await _rig.Ana.Opens();
        var change = await Change(number, "dec-1");

        var first = Assert.IsType<DeskAnswer.Applied>(await _rig.Desk().Change(change, Stop));

        Assert.False(first.Already);
        Assert.Equal(new Team("Network"), first.After.Team);
        Assert.Equal("vpn", first.After.Category);
        Assert.Equal(Priority.P2, first.After.Priority);
        Assert.Equal("dec-1", first.After.Marker);
        Assert.Equal("It drops.", first.After.Description);
        var history = await _rig.Ana.History(number);
        Assert.Contains("Comment   itsmai-bot", history);
        Assert.Contains(history, each => each.Contains("0.91", StringComparison.Ordinal));

        var again = Assert.IsType<DeskAnswer.Applied>(await _rig.Desk().Change(change, Stop));
        Assert.True(again.Already);
        Assert.Equal(history, await _rig.Ana.History(number));
    }

    [Fact]
    public async Task Asked_again_after_a_later_decision_writes_nothing_either()
    {
        var number = await _rig.Ana.Opens();
        var earlier = await Change(number, "dec-1");
        await _rig.Desk().Change(earlier, Stop);
        await _rig.Desk().Change((await Change(number, "dec-2")) with { Team = null, Category = "mail" }, Stop);
        var history = await _rig.Ana.History(number);

        var again = await _rig.Desk().Change(earlier, Stop);

        Assert.Equal("category", Assert.IsType<DeskAnswer.Overtaken>(again).Field);
        Assert.Equal(history, await _rig.Ana.History(number));
    }

    [Theory]
    [InlineData("""{"Queue":"Hardware"}""", "team")]
    [InlineData("""{"Queue":"Network"}""", "team")]
    [InlineData("""{"Owner":"bo"}""", "assignee")]
    [InlineData("""{"Status":"resolved"}""", "status")]
    [InlineData("""{"Priority":100}""", "priority")]
    [InlineData("""{"CustomFields":{"AI Category":"printer"}}""", "category")]
    public async Task What_a_person_did_since_is_not_overwritten(string did, string field)
    {
        var number = await _rig.Ana.Opens();
        var change = await Change(number, "dec-1");
        await _rig.Bo.Sets(number, did);
        var history = await _rig.Ana.History(number);

        var answer = await _rig.Desk().Change(change, Stop);

        Assert.Equal(field, Assert.IsType<DeskAnswer.Overtaken>(answer).Field);
        Assert.Equal(history, await _rig.Ana.History(number));
    }

    [Fact]
    public async Task A_note_alone_is_written_to_a_ticket_that_somebody_took_but_not_to_a_finished_one()
    {
        var number = await _rig.Ana.Opens();
        var change = (await Change(number, "dec-1")) with { Team = null, Category = null, Priority = null };
        await _rig.Bo.Sets(number, """{"Owner":"bo","Priority":70}""");

        Assert.IsType<DeskAnswer.Applied>(await _rig.Desk().Change(change, Stop));
        await _rig.Bo.Sets(number, """{"Status":"resolved"}""");
        var late = await _rig.Desk().Change(change with { Marker = "dec-2" }, Stop);

        Assert.Equal("status", Assert.IsType<DeskAnswer.Overtaken>(late).Field);
        Assert.Equal(1, await _rig.Ana.CommentCount(number));
    }

    [Fact]
    public async Task Asked_again_it_does_not_fight_a_person_who_put_the_ticket_back()
    {
        var number = await _rig.Ana.Opens();
        var change = await Change(number, "dec-1");
        await _rig.Desk().Change(change, Stop);
        await _rig.Bo.Sets(number, """{"Queue":"Service Desk"}""");

        var answer = await _rig.Desk().Change(change, Stop);

        Assert.Equal("team", Assert.IsType<DeskAnswer.Overtaken>(answer).Field);
        Assert.Equal("Service Desk", (await Read(number))!.Team.Name);
    }

    [Fact]
    public async Task A_queue_that_is_not_there_is_found_before_anything_is_written()
    {
        var number = await _rig.Ana.Opens();

        var change = (await Change(number, "dec-1")) with { Team = new Team("Nowhere") };
        var answer = await _rig.Desk().Change(change, Stop);

        Assert.Equal("team", Assert.IsType<DeskAnswer.NotApplied>(answer).Field);
        Assert.Equal(0, await _rig.Ana.CommentCount(number));
    }

    [Fact]
    public async Task A_value_that_Request_Tracker_takes_with_200_and_drops_is_not_applied()
    {
        var number = await _rig.Ana.Opens();
        // This field has a pattern, so Request Tracker refuses the value in a sentence of its 200.
        var options = _rig.Options with { CategoryField = "AI Confidence", ConfidenceField = "AI Category" };
        using var http = new HttpClient();
        var desk = new Connectors.RequestTracker.RequestTrackerDesk(options, http, TimeProvider.System);

        var change = await Change(number, "dec-1");
        var answer = await desk.Change(change, Stop);

        var refused = Assert.IsType<DeskAnswer.NotApplied>(answer);
        Assert.Equal("category", refused.Field);
        Assert.Contains("Input must match", refused.Says, StringComparison.Ordinal);
        Assert.IsType<DeskAnswer.NotApplied>(await desk.Change(change, Stop));
        Assert.Equal(1, await _rig.Ana.CommentCount(number));
    }

    [Fact]
    public async Task Deleted_merged_and_unknown_tickets_are_not_there_for_us()
    {
        var deleted = await _rig.Ana.Opens();
        var merged = await _rig.Ana.Opens();
        var changes = new[] { await Change(deleted, "dec-1"), await Change(merged, "dec-2") };
        await _rig.Ana.Sets(deleted, """{"Status":"deleted"}""");
        await _rig.Ana.Sets(merged, $$"""{"MergeInto":{{await _rig.Ana.Opens()}}}""");

        Assert.Null(await Read(deleted));
        Assert.Null(await Read(merged));
        Assert.Null(await Read("99999"));
        Assert.Null(await Read("1 OR 1=1"));
        foreach (var change in changes)
            Assert.IsType<DeskAnswer.Missing>(await _rig.Desk().Change(change, Stop));
    }

    [Fact]
    public async Task A_refused_token_is_said_clearly()
    {
        using var http = new HttpClient();
        var desk = new Connectors.RequestTracker.RequestTrackerDesk(
            _rig.Options with { Token = "1-1-00000000000000000000000000000000" }, http, TimeProvider.System);

        var error = await Assert.ThrowsAsync<DeskUnavailableException>(
            () => desk.Read(RequestTrackerRig.Id("1"), Stop));

        Assert.Contains("refuses the token of itsmai-bot", error.Message, StringComparison.Ordinal);
    }

    private Task<Ticket?> Read(string number) => _rig.Desk().Read(RequestTrackerRig.Id(number), Stop);

    private async Task<TicketChange> Change(string number, string marker)
    {
        var ticket = await Read(number);
        return new TicketChange
        {
            Ticket = ticket!.Id,
            Marker = marker,
            Note = "Looks like the network. Nobody has looked yet.",
            Team = new Team("Network"),
            Category = "vpn",
            Priority = Priority.P2,
            Confidence = 0.91,
            Basis = ticket.Fields,
        };
    }
}
