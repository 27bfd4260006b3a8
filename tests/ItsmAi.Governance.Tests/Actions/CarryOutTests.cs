using ItsmAi.Desk.People;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Classes;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Records;
using ItsmAi.Governance.Suggestions;
using ItsmAi.Governance.Tests.Fakes;

namespace ItsmAi.Governance.Tests.Actions;

public sealed class CarryOutTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Auto_moves_the_ticket_with_one_note_between_two_receipts()
    {
        var room = new Room(AutonomyLevel.Auto);

        var decided = await room.CarryOut.Handle(Some.Suggestion(), Some.Event(), Stop);

        Assert.Equal(Verdict.Act, decided.Verdict);
        Assert.Equal(new Team("Network"), room.Desk.Now!.Team);
        Assert.Single(room.Desk.Notes);
        Assert.Equal(
            [ReceiptKind.Decided, ReceiptKind.Applied],
            (await room.Steps(decided.Decision)).Select(line => line.Receipt.Kind));
    }

    [Fact]
    public async Task Suggest_writes_one_note_moves_nothing_and_somebody_owes_an_answer()
    {
        var room = new Room(AutonomyLevel.Suggest);

        var decided = await room.CarryOut.Handle(Some.Suggestion(), Some.Event(), Stop);

        Assert.Equal(new Team("Service Desk"), room.Desk.Now!.Team);
        Assert.Single(room.Desk.Notes);
        var owed = await room.Obligations.Find(decided.Decision, Stop);
        Assert.Equal(new Person("desk.lead"), owed!.Owner);
        Assert.Equal(decided.At.AddHours(8), owed.DueAt);
        Assert.Null(owed.Disposition);
    }

    [Theory]
    [InlineData(AutonomyLevel.Shadow)]
    [InlineData(AutonomyLevel.Off)]
    public async Task Below_Suggest_nothing_reaches_the_desk_but_a_receipt_is_kept(AutonomyLevel level)
    {
        var room = new Room(level);

        var decided = await room.CarryOut.Handle(Some.Suggestion(), Some.Event(), Stop);

        Assert.Empty(room.Desk.Notes);
        Assert.Single(await room.Steps(decided.Decision));
    }

    [Fact]
    public async Task Without_a_receipt_nothing_is_done()
    {
        var room = new Room(AutonomyLevel.Auto);
        room.Store.At = at => ThrowIf(at == "before insert", new StoreUnavailableException("full"));

        await Assert.ThrowsAsync<StoreUnavailableException>(
            () => room.CarryOut.Handle(Some.Suggestion(), Some.Event(), Stop));

        Assert.Empty(room.Desk.Notes);
        Assert.Equal(0, room.Desk.FieldWrites);
    }

    [Theory]
    [InlineData(AutonomyLevel.Auto)]
    [InlineData(AutonomyLevel.Suggest)]
    public async Task Killed_at_any_moment_and_delivered_again_it_acts_exactly_once(AutonomyLevel level)
    {
        for (var moment = 0; ; moment++)
        {
            var room = new Room(level);
            var left = moment;
            void At(string what) => ThrowIf(left-- == 0, new Crash());
            room.Store.At = At;
            room.Desk.At = At;
            if (await Deliver(room)) break;
            (room.Store.At, room.Desk.At) = (_ => { }, _ => { });
            room.Restart();
            room.Clock.Pass(TimeSpan.FromMinutes(1));

            Assert.True(await Deliver(room));
            Assert.True(await Deliver(room));

            Assert.Single(room.Desk.Notes);
            Assert.Equal(level == AutonomyLevel.Auto ? 1 : 0, room.Desk.FieldWrites);
            var decided = await room.CarryOut.Handle(Some.Suggestion(), Some.Event(), Stop);
            Assert.Equal(2, (await room.Steps(decided.Decision)).Count);
            Assert.Equal(decided.Decision, (await room.Trails.Read(Some.TicketId(), Stop)).OpenDecision);
            Assert.True((await VerifyReceipts.Walk(room.Store, Stop)).Holds);
            Assert.Equal(level == AutonomyLevel.Suggest, await room.Obligations.Find(decided.Decision, Stop) is not null);
        }
    }

    [Fact]
    public async Task A_repeat_waits_until_the_earlier_try_has_ended_at_the_desk()
    {
        var room = new Room(AutonomyLevel.Auto);
        room.Desk.At = at => ThrowIf(at == "before change", new Crash());
        await Assert.ThrowsAsync<Crash>(() => room.CarryOut.Handle(Some.Suggestion(), Some.Event(), Stop));
        room.Desk.At = _ => { };
        room.Clock.Pass(TimeSpan.FromSeconds(5));

        var early = await Assert.ThrowsAsync<NotYetException>(
            () => room.CarryOut.Handle(Some.Suggestion(), Some.Event(), Stop));

        Assert.Equal(TimeSpan.FromSeconds(10), early.Wait);
        Assert.Empty(room.Desk.Notes);
    }

    [Fact]
    public async Task A_ticket_that_a_person_moved_meanwhile_is_left_alone_and_the_receipt_says_so()
    {
        var room = new Room(AutonomyLevel.Auto);
        room.Desk.Now = room.Desk.Now! with { Team = new Team("Identity") };

        var decided = await room.CarryOut.Handle(Some.Suggestion(), Some.Event(), Stop);

        Assert.Equal(new Team("Identity"), room.Desk.Now.Team);
        Assert.Empty(room.Desk.Notes);
        Assert.Equal(ReceiptKind.NotApplied, (await room.Steps(decided.Decision))[^1].Receipt.Kind);
    }

    [Fact]
    public async Task A_model_that_changed_between_two_deliveries_does_not_change_what_was_decided()
    {
        var room = new Room(AutonomyLevel.Auto);
        await room.CarryOut.Handle(Some.Suggestion(), Some.Event(), Stop);
        var other = Some.Suggestion() with { Class = "wifi", Headline = "move to Identity" };

        var decided = await room.CarryOut.Handle(other, Some.Event(), Stop);

        Assert.Equal("vpn", decided.Class);
        Assert.Single(room.Desk.Notes);
    }

    [Fact]
    public async Task The_write_budget_leaves_a_ticket_to_people()
    {
        var room = new Room(AutonomyLevel.Auto);
        await room.Trails.Change(
            Some.TicketId(),
            trail => trail with { Acts = [.. Enumerable.Repeat(room.Clock.GetUtcNow(), 6)] },
            Stop);

        var decided = await room.CarryOut.Handle(Some.Suggestion(), Some.Event(), Stop);

        Assert.Equal(Verdict.Observe, decided.Verdict);
        Assert.Contains(decided.Gates!, gate => gate is { Name: "write-budget", Passed: false });
        Assert.Equal(new Person("desk.lead"), (await room.Obligations.Find($"{decided.Decision}-budget", Stop))!.Owner);
        Assert.Empty(room.Desk.Notes);
    }

    [Fact]
    public async Task A_flipped_stop_switch_refuses_the_next_decision_and_resuming_lets_it_act()
    {
        var room = new Room(AutonomyLevel.Auto);
        await room.StopSwitch.Stop(null, new Person("kim"), "drill", Stop);

        var refused = await room.CarryOut.Handle(Some.Suggestion(), Some.Event(), Stop);
        await room.Start();
        await room.StopSwitch.Resume(null, new Person("desk.lead"), "drill over", Stop);
        var acted = await room.CarryOut.Handle(Some.Suggestion() with { Occasion = "reply" }, Some.Event(), Stop);

        Assert.Equal(Verdict.Refuse, refused.Verdict);
        Assert.Equal("automation is stopped: drill", refused.Because);
        Assert.Equal(Verdict.Act, acted.Verdict);
    }

    [Fact]
    public async Task A_stop_between_the_decision_and_the_write_leaves_the_ticket_alone()
    {
        var room = new Room(AutonomyLevel.Auto);
        room.Desk.At = at => ThrowIf(at == "before change", new Crash());
        Assert.False(await Deliver(room));
        room.Desk.At = _ => { };
        room.Clock.Pass(TimeSpan.FromMinutes(1));
        await room.StopSwitch.Stop(null, new Person("kim"), "drill", Stop);

        var decided = await room.CarryOut.Handle(Some.Suggestion(), Some.Event(), Stop);

        Assert.Empty(room.Desk.Notes);
        Assert.Contains("automation is stopped", (await room.Obligations.Find($"{decided.Decision}-held", Stop))!.Says, StringComparison.Ordinal);

        await room.Start();
        await room.StopSwitch.Resume(null, new Person("desk.lead"), "over", Stop);
        Assert.True(await Deliver(room));
        Assert.Single(room.Desk.Notes);
    }

    [Theory]
    [InlineData("lowered")]
    [InlineData("blocked")]
    [InlineData("policy")]
    public async Task What_lost_its_leave_while_the_desk_was_away_is_not_done_and_somebody_has_it(string how)
    {
        var room = new Room(AutonomyLevel.Auto);
        room.Desk.At = at => ThrowIf(at == "before change", new Crash());
        Assert.False(await Deliver(room));
        room.Desk.At = _ => { };
        room.Clock.Pass(TimeSpan.FromMinutes(1));
        var kim = new Person("kim");
        if (how == "lowered")
        {
            var key = new AutonomyKey(ActionKind.Route, "vpn", "Network");
            Assert.Null(await room.Ladder.Promotions.Lower(key, AutonomyLevel.Suggest, "a burst", kim, Stop));
        }
        else if (how == "blocked")
        {
            await room.Ladder.Taxonomy.Change(
                ReceiptKind.Blocked, "vpn", "audit", kim, before => ChangeTaxonomy.Block(before, "vpn", "audit", Some.Time), Stop);
        }
        else
        {
            room.Policy = Some.Policy(AutonomyLevel.Suggest);
        }

        Assert.True(await Deliver(room));

        Assert.Equal(0, room.Desk.FieldWrites);
        Assert.Empty(room.Desk.Notes);
        var decision = ReceiptAddress.DecisionOn("rt-main:61", "Route", "created");
        Assert.NotNull(await room.Obligations.Find($"{decision}-held", Stop));
    }

    [Fact]
    public async Task The_note_says_what_why_how_sure_and_how_to_undo()
    {
        var room = new Room(AutonomyLevel.Auto);

        var decided = await room.CarryOut.Handle(Some.Suggestion(), Some.Event(), Stop);

        var note = room.Desk.Notes.Single();
        Assert.Contains("move to Network, category vpn", note, StringComparison.Ordinal);
        Assert.Contains("almost certain (0.97)", note, StringComparison.Ordinal);
        Assert.Contains("vpn, tunnel", note, StringComparison.Ordinal);
        Assert.Contains($"http://127.0.0.1:7071/decisions/{decided.Decision}", note, StringComparison.Ordinal);
    }

    private static async Task<bool> Deliver(Room room)
    {
        try
        {
            await room.CarryOut.Handle(Some.Suggestion(), Some.Event(), Stop);
            return true;
        }
        catch (Crash)
        {
            return false;
        }
    }

    private static void ThrowIf(bool now, Exception error)
    {
        if (now) throw error;
    }
}
