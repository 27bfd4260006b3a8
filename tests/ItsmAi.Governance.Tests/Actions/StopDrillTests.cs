using ItsmAi.Desk.People;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Actions.Drills;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Suggestions;
using ItsmAi.Governance.Tests.Fakes;

namespace ItsmAi.Governance.Tests.Actions;

public sealed class StopDrillTests
{
    private static readonly Person Lead = new("desk.lead");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_drill_sees_every_action_refused_and_lets_it_go_on()
    {
        var room = await Started();
        var decided = await room.CarryOut.Handle(Some.Suggestion(), Some.Event(), Stop);

        var report = Assert.IsType<DrillAnswer.Held>(await room.Drill.Hold(Lead, "quarterly", Stop)).Report;

        Assert.True(report.Holds);
        var actions = Enum.GetValues<ActionKind>().Length;
        Assert.Equal((actions, 1, 0, true), (report.Refused, report.Owed, report.Lost, report.GoesOn));
        Assert.Equal(StopState.Running.All, (await room.StopSwitch.Read(Stop)).All);
        var receipt = await room.Receipts.Find(report.Receipt, Stop);
        Assert.Equal((ReceiptKind.Drilled, "desk.lead", actions), (receipt!.Kind, receipt.Actor, receipt.Gates!.Count));
        Assert.Equal($"{actions} of {actions} actions refused, 0 of 1 obligations lost, 0 messages given up; it goes on as before", receipt.Result);
        Assert.Null((await room.Obligations.Find(decided.Decision, Stop))!.Disposition);
    }

    [Fact]
    public async Task What_was_stopped_before_stays_stopped()
    {
        var room = await Started();
        await room.StopSwitch.Stop(ActionKind.Ask, new Person("kim"), "too many questions", Stop);
        Assert.True(Assert.IsType<DrillAnswer.Held>(await room.Drill.Hold(Lead, "quarterly", Stop)).Report.GoesOn);
        var state = await room.StopSwitch.Read(Stop);
        Assert.Equal((false, "kim", ActionKind.Ask), (state.All, state.By, Assert.Single(state.Actions)));

        await room.StopSwitch.Stop(null, new Person("kim"), "all of it", Stop);
        Assert.False(Assert.IsType<DrillAnswer.Held>(await room.Drill.Hold(Lead, "quarterly", Stop)).Report.GoesOn);
        Assert.Equal("all of it", (await room.StopSwitch.Read(Stop)).Reason);
    }

    [Theory]
    [InlineData("kim")]
    [InlineData("itsmai")]
    public async Task Whoever_may_not_let_it_go_on_stops_nothing_for_a_drill(string account)
    {
        var room = await Started();

        Assert.IsType<DrillAnswer.Refused>(await room.Drill.Hold(new Person(account), "quarterly", Stop));

        Assert.Equal(StopState.Running, await room.StopSwitch.Read(Stop));
        Assert.Empty(await new DecisionBook(room.Store).Latest(10, Stop));
    }

    [Fact]
    public async Task A_message_given_up_meanwhile_is_a_finding_with_an_owner()
    {
        var room = await Started();
        room.Store.At = _ => room.Letters++;

        var report = Assert.IsType<DrillAnswer.Held>(await room.Drill.Hold(Lead, "quarterly", Stop)).Report;

        Assert.False(report.Holds);
        Assert.Equal("desk.lead", (await room.Obligations.Find($"{report.Receipt}-mend", Stop))!.Owner.Account);
    }

    [Fact]
    public async Task An_overdue_drill_is_owed_once_a_period_until_it_is_held()
    {
        var room = await Started();
        await Watch(room, days: 89);
        Assert.Empty(await Owed(room));

        await Watch(room, days: 1);
        await Watch(room, days: 1);
        var owed = Assert.Single(await Owed(room));
        Assert.Equal("desk.lead", owed.Owner.Account);
        Assert.Contains("was due on 2026-05-31", owed.Says, StringComparison.Ordinal);

        await Watch(room, days: 89);
        Assert.Equal(2, (await Owed(room)).Count);

        await room.Drill.Hold(Lead, "at last", Stop);
        Assert.All(await Owed(room), one => Assert.Equal((Disposition.Done, "desk.lead"), (one.Disposition, one.DisposedBy)));
        await Watch(room, days: 89);
        Assert.Equal(2, (await Owed(room)).Count);
        await Watch(room, days: 1);
        Assert.Equal(3, (await Owed(room)).Count);
    }

    [Fact]
    public async Task The_policy_says_how_often_and_the_first_of_its_authority_owes_it()
    {
        var brakes = new BrakeSettings { Authority = [new Person("bo"), new Person("alex")], DrillEvery = TimeSpan.FromDays(7) };
        var room = new Room(AutonomyLevel.ApproveFirst) { Policy = Some.Policy(AutonomyLevel.ApproveFirst) with { Brakes = brakes } };
        await room.Start();

        await Watch(room, days: 7);

        Assert.Equal("bo", Assert.Single(await Owed(room)).Owner.Account);
    }

    [Fact]
    public async Task Killed_anywhere_it_is_stopped_by_a_receipt_or_goes_on_as_before()
    {
        for (var fatal = 1; ; fatal++)
        {
            var room = await Started();
            var operations = 0;
            room.Store.At = _ => operations = operations < fatal - 1 ? operations + 1 : throw new Crash();
            var died = false;
            try
            {
                await room.Drill.Hold(Lead, "quarterly", Stop);
            }
            catch (Crash)
            {
                died = true;
            }

            room.Store.At = _ => { };
            room.Restart();
            await Watch(room, days: 90);
            var lines = await new DecisionBook(room.Store).Latest(20, Stop);
            if ((await room.StopSwitch.Read(Stop)).All) Assert.Contains(lines, line => line.Receipt.Kind == ReceiptKind.Stopped);
            Assert.True((await VerifyReceipts.Walk(room.Store, Stop)).Holds);
            if (!died) break;
        }
    }

    private static async Task<Room> Started()
    {
        var room = new Room(AutonomyLevel.ApproveFirst);
        await room.Start();
        return room;
    }

    private static async Task Watch(Room room, int days)
    {
        room.Clock.Pass(TimeSpan.FromDays(days));
        await room.Start();
        await room.Drill.Watch(room.Policy, Stop);
    }

    private static async Task<IReadOnlyList<Obligation>> Owed(Room room)
    {
        var owed = new List<Obligation>();
        await foreach (var one in room.Obligations.All(Stop))
        {
            if (one.Id.StartsWith("drill-overdue-", StringComparison.Ordinal)) owed.Add(one);
        }

        return owed;
    }
}
