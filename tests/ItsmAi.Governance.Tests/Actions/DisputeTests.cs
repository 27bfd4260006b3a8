using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Tests.Fakes;

namespace ItsmAi.Governance.Tests.Actions;

/// <summary>The requester says that it is wrong.</summary>
public sealed class DisputeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_done_is_taken_back_counts_as_an_override_and_has_an_owner()
    {
        var (room, decided) = await Decided(AutonomyLevel.Auto);

        Assert.Null(await room.Answers.Handle(Dispute(decided), Stop));

        Assert.Equal(new Team("Service Desk"), room.Desk.Now!.Team);
        Assert.Contains("the requester says that it is wrong", room.Desk.Notes[^1], StringComparison.Ordinal);
        var steps = (await room.Steps(decided.Decision)).Select(line => line.Receipt).ToList();
        Assert.Contains(steps, receipt => receipt.Kind == ReceiptKind.Disputed);
        Assert.Contains(steps, receipt => receipt.Outcome == OutcomeKind.Disputed);
        var undone = Assert.Single(steps, receipt => receipt.Kind == ReceiptKind.Undone);
        Assert.True(steps.FindIndex(receipt => receipt.Kind == ReceiptKind.Disputed) < steps.IndexOf(undone));
        Assert.Equal("desk.lead", (await room.Obligations.Find($"{decided.Decision}-disputed", Stop))!.Owner.Account);
    }

    [Fact]
    public async Task What_was_only_proposed_is_left_and_has_an_owner_all_the_same()
    {
        var (room, decided) = await Decided(AutonomyLevel.ApproveFirst);
        var notes = room.Desk.Notes.Count;

        Assert.Null(await room.Answers.Handle(Dispute(decided), Stop));

        Assert.Equal((notes, 0), (room.Desk.Notes.Count, room.Desk.FieldWrites));
        Assert.NotNull(await room.Obligations.Find($"{decided.Decision}-disputed", Stop));
        Assert.Contains(await room.Steps(decided.Decision), line => line.Receipt.Outcome == OutcomeKind.Disputed);
    }

    [Fact]
    public async Task Said_again_by_whatever_event_it_counts_once()
    {
        var (room, decided) = await Decided(AutonomyLevel.Auto);

        await room.Answers.Handle(Dispute(decided), Stop);
        var notes = room.Desk.Notes.Count;
        await room.Answers.Handle(Dispute(decided), Stop);
        await room.Answers.Handle(Dispute(decided) with { Id = new EventId("itsmai/another") }, Stop);

        Assert.Equal(notes, room.Desk.Notes.Count);
        Assert.Single(await room.Steps(decided.Decision), line => line.Receipt.Outcome == OutcomeKind.Disputed);
        Assert.Single(await room.Steps(decided.Decision), line => line.Receipt.Kind == ReceiptKind.Disputed);
    }

    [Fact]
    public async Task What_is_undone_already_is_not_undone_again()
    {
        var (room, decided) = await Decided(AutonomyLevel.Auto);
        await room.Answers.Handle(Dispute(decided) with { Kind = EventKind.DecisionUndone, Actor = new Person("kim") }, Stop);
        var notes = room.Desk.Notes.Count;

        await room.Answers.Handle(Dispute(decided), Stop);

        Assert.Equal(notes, room.Desk.Notes.Count);
    }

    [Fact]
    public async Task Killed_anywhere_and_delivered_again_it_is_taken_back_once()
    {
        for (var fatal = 1; ; fatal++)
        {
            var (room, decided) = await Decided(AutonomyLevel.Auto);
            var (operations, died) = (0, false);
            void At(string place) => operations = operations < fatal - 1 ? operations + 1 : throw new Crash();
            (room.Store.At, room.Desk.At) = (At, At);
            try
            {
                await room.Answers.Handle(Dispute(decided), Stop);
            }
            catch (Crash)
            {
                died = true;
            }

            (room.Store.At, room.Desk.At) = (_ => { }, _ => { });
            room.Restart();
            room.Clock.Pass(TimeSpan.FromMinutes(1));
            Assert.Null(await room.Answers.Handle(Dispute(decided), Stop));

            Assert.Equal(new Team("Service Desk"), room.Desk.Now!.Team);
            Assert.Equal(2, room.Desk.Notes.Count);
            var steps = await room.Steps(decided.Decision);
            Assert.Single(steps, line => line.Receipt.Outcome == OutcomeKind.Disputed);
            Assert.Single(steps, line => line.Receipt.Kind == ReceiptKind.Undone);
            if (!died) break;
        }
    }

    private static async Task<(Room Room, Receipt Decided)> Decided(AutonomyLevel level)
    {
        var room = new Room(level);
        return (room, await room.CarryOut.Handle(Some.Suggestion(), Some.Event(), Stop));
    }

    private static Event Dispute(Receipt decided) => Some.Event(EventKind.DecisionDisputed, $"itsmai/{decided.Decision}/DecisionDisputed") with
    {
        Decision = decided.Decision, Actor = new Person("requester"),
    };
}
