using ItsmAi.Connectors.Tests.RequestTracker.Rig;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Connectors.Tests.RequestTracker.Live;

[Collection(RequestTrackerCollection.Name)]
public sealed class ResolutionTests
{
    private readonly RequestTrackerRig _rig;

    public ResolutionTests(RequestTrackerRig rig)
    {
        _rig = rig;
        rig.Require();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_says_who_resolved_it_with_which_code_and_notes_and_what_was_written_since()
    {
        var ticket = await _rig.Ana.Opens(requester: "bo");
        await _rig.Ana.Replies(ticket, "We look at it.");
        Assert.Null((await Read(ticket)).ResolvedAt);
        await Resolve(ticket);
        await _rig.Ana.Replies(ticket, "Please try again.");
        await _rig.Bo.Replies(ticket, "Still broken – „809“ again.");

        var read = await Read(ticket);

        Assert.Equal((new Person("ana"), "fixed", "restarted it"), (read.ResolvedBy, read.Code, read.Notes));
        Assert.NotNull(read.ResolvedAt);
        Assert.False(read.WasReopened);
        var reply = Assert.Single(read.Replies);
        Assert.True(reply.IsRequester);
        Assert.Equal("Still broken – „809“ again.", reply.Text.Trim());
    }

    [Fact]
    public async Task Somebody_else_who_writes_is_no_requester_and_a_reopening_is_remembered()
    {
        var ticket = await _rig.Ana.Opens();
        await Resolve(ticket);
        await _rig.Ana.Sets(ticket, """{"Status":"open"}""");
        await _rig.Ana.Sets(ticket, """{"Status":"resolved"}""");
        await _rig.Bo.Replies(ticket, "It works for me.");

        var read = await Read(ticket);

        Assert.True(read.WasReopened);
        Assert.False(Assert.Single(read.Replies).IsRequester);
    }

    [Fact]
    public async Task Open_children_and_reminders_are_counted_until_they_end()
    {
        var ticket = await _rig.Ana.Opens();
        await Resolve(ticket);
        var child = await _rig.Ana.Opens("the other half");
        await _rig.Ana.Sets(child, $$"""{"MemberOf":"{{ticket}}"}""");
        var reminder = await _rig.Ana.Opens("look again", more: $$""","Type":"reminder","RefersTo":"{{ticket}}" """);
        Assert.Equal((1, 1, 0), Counts(await Read(ticket)));

        await _rig.Ana.Sets(child, """{"Status":"rejected"}""");
        await _rig.Ana.Sets(reminder, """{"Status":"resolved"}""");

        Assert.Equal((0, 0, 0), Counts(await Read(ticket)));
    }

    [Fact]
    public async Task What_it_waits_for_is_a_task_and_an_approval_is_an_approval()
    {
        var ticket = await _rig.Ana.Opens();
        var task = await _rig.Ana.Opens("order the part");
        var approval = await _rig.Ana.Opens("may we?", more: ""","Type":"approval" """);
        await _rig.Ana.Sets(ticket, $$"""{"DependsOn":["{{task}}","{{approval}}"]}""");

        Assert.Equal((0, 1, 1), Counts(await Read(ticket)));
    }

    [Fact]
    public async Task A_resolved_ticket_is_closed_once_with_a_note_and_a_reopened_one_is_left_alone()
    {
        var ticket = await _rig.Ana.Opens();
        await Resolve(ticket);
        var seen = (await _rig.Desk().Read(RequestTrackerRig.Id(ticket), Stop))!;
        TicketChange Close(string marker) => new()
        {
            Ticket = seen.Id, Marker = marker, Note = "Closed.", Status = TicketStatus.Closed, Team = seen.Team, Basis = seen.Fields,
        };

        var closed = Assert.IsType<DeskAnswer.Applied>(await _rig.Desk().Change(Close("close-1"), Stop));
        Assert.Equal(TicketStatus.Closed, closed.After.Status);
        Assert.True(Assert.IsType<DeskAnswer.Applied>(await _rig.Desk().Change(Close("close-1"), Stop)).Already);
        await _rig.Ana.Sets(ticket, """{"Status":"open"}""");

        Assert.IsType<DeskAnswer.Overtaken>(await _rig.Desk().Change(Close("close-2"), Stop));
    }

    private static (int Children, int Tasks, int Approvals) Counts(Resolution read) =>
        (read.OpenChildren, read.OpenTasks, read.OpenApprovals);

    private Task Resolve(string ticket) => _rig.Ana.Sets(
        ticket, """{"CustomFields":{"Resolution Code":"fixed","Resolution Notes":"restarted it"},"Status":"resolved"}""");

    private async Task<Resolution> Read(string ticket) => (await _rig.Resolutions.Of(RequestTrackerRig.Id(ticket), Stop))!;
}
