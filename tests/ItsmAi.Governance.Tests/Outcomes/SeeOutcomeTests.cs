using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Tests.Actions;

namespace ItsmAi.Governance.Tests.Outcomes;

public sealed class SeeOutcomeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(AutonomyLevel.Auto, "Identity", OutcomeKind.Overridden)]
    [InlineData(AutonomyLevel.Suggest, "Identity", OutcomeKind.Overridden)]
    [InlineData(AutonomyLevel.Suggest, "Network", OutcomeKind.Accepted)]
    public async Task A_persons_move_is_the_outcome(AutonomyLevel level, string movedTo, OutcomeKind expected)
    {
        var room = new Room(level);
        var decided = await room.CarryOut.Handle(Some.Suggestion(), Some.Event(), Stop);

        await room.Outcomes.Handle(Move(movedTo), room.Desk.Now!, Stop);
        await room.Outcomes.Handle(Move(movedTo), room.Desk.Now!, Stop);

        var outcomes = (await room.Steps(decided.Decision)).Where(line => line.Receipt.Outcome is not null).ToList();
        Assert.Equal(expected, outcomes.Single().Receipt.Outcome);
        Assert.Equal("ana", outcomes.Single().Receipt.Actor);
    }

    [Fact]
    public async Task Doing_what_was_suggested_ends_the_obligation()
    {
        var room = new Room(AutonomyLevel.Suggest);
        var decided = await room.CarryOut.Handle(Some.Suggestion(), Some.Event(), Stop);

        await room.Outcomes.Handle(Move("Network"), room.Desk.Now!, Stop);

        var owed = await room.Obligations.Find(decided.Decision, Stop);
        Assert.Equal(Disposition.Done, owed!.Disposition);
        Assert.Equal("ana", owed.DisposedBy);
    }

    [Fact]
    public async Task A_ticket_that_is_resolved_or_gone_leaves_nobody_an_answer_to_owe()
    {
        foreach (var (kind, gone) in new[] { (EventKind.TicketResolved, false), (EventKind.TicketDeleted, true) })
        {
            var room = new Room(AutonomyLevel.Suggest);
            var decided = await room.CarryOut.Handle(Some.Suggestion(), Some.Event(), Stop);

            await room.Outcomes.Handle(Some.Event(kind, "rt-main/txn-9"), gone ? null : room.Desk.Now, Stop);

            Assert.Equal(Disposition.Overtaken, (await room.Obligations.Find(decided.Decision, Stop))!.Disposition);
        }
    }

    [Fact]
    public async Task A_move_of_a_ticket_that_we_never_touched_says_nothing()
    {
        var room = new Room(AutonomyLevel.Auto);
        var before = room.Store.Count;

        await room.Outcomes.Handle(Move("Identity"), room.Desk.Now!, Stop);

        Assert.Equal(before, room.Store.Count);
    }

    private static Event Move(string to) => Some.Event(EventKind.TicketUpdated, $"rt-main/txn-{to}") with
    {
        Actor = new Person("ana"),
        Changes = [new FieldChange("team", "Service Desk", to)],
    };
}
