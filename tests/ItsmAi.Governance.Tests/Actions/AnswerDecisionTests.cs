using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Receipts;

namespace ItsmAi.Governance.Tests.Actions;

public sealed class AnswerDecisionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_approval_carries_the_proposal_out_under_the_approvers_name()
    {
        var (room, decided) = await Proposed();

        Assert.Null(await room.Answers.Handle(Answer(EventKind.DecisionApproved, decided), Stop));

        Assert.Equal(new Team("Network"), room.Desk.Now!.Team);
        Assert.Contains("Approved by kim", room.Desk.Notes[^1], StringComparison.Ordinal);
        Assert.Contains(await room.Steps(decided.Decision), line => line.Receipt is { Kind: ReceiptKind.Approved, Actor: "kim" });
        Assert.Equal(Disposition.Done, (await room.Obligations.Find(decided.Decision, Stop))!.Disposition);
    }

    [Fact]
    public async Task An_approval_is_an_acceptance_and_what_is_handed_on_later_is_charged_to_it()
    {
        var (room, decided) = await Proposed();
        await room.Answers.Handle(Answer(EventKind.DecisionApproved, decided), Stop);
        await room.Answers.Handle(Answer(EventKind.DecisionApproved, decided) with { Id = new EventId("itsmai/again") }, Stop);

        await room.Outcomes.Handle(
            Some.Event(EventKind.TicketUpdated, "rt-main/txn-9") with
            {
                Actor = new Person("ana"),
                OccurredAt = Some.Time.AddMinutes(30),
                Changes = [new FieldChange("team", "Network", "Identity")],
            },
            room.Desk.Now!,
            Stop);

        var outcomes = (await room.Steps(decided.Decision)).Where(line => line.Receipt.Outcome is not null).ToList();
        Assert.Equal([OutcomeKind.Accepted, OutcomeKind.Bounced], outcomes.Select(line => line.Receipt.Outcome!.Value));
        Assert.Equal(30, outcomes[^1].Receipt.MinutesLost);
    }

    [Fact]
    public async Task An_approval_delivered_twice_acts_once()
    {
        var (room, decided) = await Proposed();

        await room.Answers.Handle(Answer(EventKind.DecisionApproved, decided), Stop);
        await room.Answers.Handle(Answer(EventKind.DecisionApproved, decided), Stop);

        Assert.Equal(2, room.Desk.Notes.Count);
        Assert.Equal(1, room.Desk.FieldWrites);
    }

    [Fact]
    public async Task A_rejection_is_an_override_and_bars_a_later_approval()
    {
        var (room, decided) = await Proposed();

        Assert.Null(await room.Answers.Handle(Answer(EventKind.DecisionRejected, decided), Stop));

        Assert.Equal("decision: it is rejected already", await room.Answers.Handle(Answer(EventKind.DecisionApproved, decided), Stop));
        Assert.Equal(0, room.Desk.FieldWrites);
        Assert.Contains(await room.Steps(decided.Decision), line => line.Receipt.Outcome == OutcomeKind.Overridden);
    }

    [Fact]
    public async Task An_undo_puts_the_earlier_values_back_and_counts()
    {
        var room = new Room(AutonomyLevel.Auto);
        var decided = await room.CarryOut.Handle(Some.Suggestion(), Some.Event(), Stop);

        Assert.Null(await room.Answers.Handle(Answer(EventKind.DecisionUndone, decided), Stop));

        Assert.Equal(new Team("Service Desk"), room.Desk.Now!.Team);
        Assert.Contains(await room.Steps(decided.Decision), line => line.Receipt.Outcome == OutcomeKind.Undone);
        Assert.True((await VerifyReceipts.Walk(room.Store, Stop)).Holds);
    }

    [Fact]
    public async Task A_wish_to_undo_counts_although_the_desk_cannot_go_back()
    {
        var room = new Room(AutonomyLevel.Auto);
        var decided = await room.CarryOut.Handle(Some.Suggestion(), Some.Event(), Stop);
        room.Desk.Now = null;

        Assert.NotNull(await room.Answers.Handle(Answer(EventKind.DecisionUndone, decided), Stop));

        Assert.Contains(await room.Steps(decided.Decision), line => line.Receipt.Outcome == OutcomeKind.Undone);
        var record = await room.Ladder.Records.Read(new AutonomyKey(decided.Action!.Value, "vpn", "Network"), Stop);
        Assert.True(Assert.Single(record.Decisions).Acted);
    }

    [Fact]
    public async Task What_was_not_done_cannot_be_undone()
    {
        var (room, decided) = await Proposed();

        Assert.Contains(
            "nothing to undo", await room.Answers.Handle(Answer(EventKind.DecisionUndone, decided), Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_products_own_account_never_approves()
    {
        var (room, decided) = await Proposed();
        var self = Answer(EventKind.DecisionApproved, decided) with { Actor = new Person("itsmai") };

        Assert.Contains("a person has to", await room.Answers.Handle(self, Stop), StringComparison.Ordinal);
        Assert.Equal(0, room.Desk.FieldWrites);
    }

    [Theory]
    [InlineData("itsmai")]
    [InlineData("RT-Bot ")]
    [InlineData("")]
    public async Task No_AI_identity_and_nobody_unnamed_answers_anything(string account)
    {
        var (room, decided) = await Proposed();
        var acted = new Room(AutonomyLevel.Auto);
        var done = await acted.CarryOut.Handle(Some.Suggestion(), Some.Event(), Stop);

        foreach (var kind in new[] { EventKind.DecisionApproved, EventKind.DecisionRejected })
            Assert.NotNull(await room.Answers.Handle(Answer(kind, decided) with { Actor = new Person(account) }, Stop));
        var undo = Answer(EventKind.DecisionUndone, done) with { Actor = new Person(account) };
        Assert.NotNull(await acted.Answers.Handle(undo, Stop));

        Assert.Equal((0, 1), (room.Desk.FieldWrites, acted.Desk.FieldWrites));
        Assert.DoesNotContain(await room.Steps(decided.Decision), line => line.Receipt.Kind is ReceiptKind.Approved or ReceiptKind.Rejected);
    }

    [Fact]
    public async Task Whoever_asked_for_the_ticket_may_not_approve_and_somebody_else_may()
    {
        var (room, decided) = await Proposed();
        room.Desk.Now = room.Desk.Now! with { Requester = new Person("Kim") };

        Assert.Contains(
            "asked for a ticket", await room.Answers.Handle(Answer(EventKind.DecisionApproved, decided), Stop), StringComparison.Ordinal);
        Assert.Equal(0, room.Desk.FieldWrites);
        Assert.Empty((await room.Reviewers.Read(new Person("kim"), Stop)).Answers);
        Assert.Null(await room.Answers.Handle(Answer(EventKind.DecisionApproved, decided) with { Actor = new Person("bo") }, Stop));
        Assert.Equal(1, room.Desk.FieldWrites);
    }

    [Fact]
    public async Task No_sentence_on_an_answers_receipt_names_anybody()
    {
        var (room, decided) = await Proposed();
        await room.Answers.Handle(Answer(EventKind.DecisionRejected, decided), Stop);

        Assert.All(await room.Steps(decided.Decision), line =>
            Assert.DoesNotContain("kim", line.Receipt.Result + line.Receipt.Because + line.Receipt.Headline, StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_it_is_stopped_nothing_is_approved_and_what_was_done_can_still_be_undone()
    {
        var (room, proposed) = await Proposed();
        await room.Start();
        await room.StopSwitch.Stop(null, new Person("kim"), "drill", Stop);

        Assert.Contains(
            "stopped", await room.Answers.Handle(Answer(EventKind.DecisionApproved, proposed), Stop), StringComparison.Ordinal);
        Assert.Equal(0, room.Desk.FieldWrites);

        await room.StopSwitch.Resume(null, new Person("desk.lead"), "over", Stop);
        await room.Answers.Handle(Answer(EventKind.DecisionApproved, proposed), Stop);
        await room.StopSwitch.Stop(null, new Person("kim"), "again", Stop);
        Assert.Null(await room.Answers.Handle(Answer(EventKind.DecisionUndone, proposed), Stop));
        Assert.Equal(new Team("Service Desk"), room.Desk.Now!.Team);
    }

    [Fact]
    public async Task A_mere_suggestion_is_left_to_a_person_and_cannot_be_approved()
    {
        var room = new Room(AutonomyLevel.Suggest);
        var decided = await room.CarryOut.Handle(Some.Suggestion(), Some.Event(), Stop);

        Assert.NotNull(await room.Answers.Handle(Answer(EventKind.DecisionApproved, decided), Stop));

        Assert.Equal(0, room.Desk.FieldWrites);
        Assert.Equal(new Team("Service Desk"), room.Desk.Now!.Team);
    }

    [Fact]
    public async Task An_unknown_decision_is_named_and_nothing_happens()
    {
        var room = new Room(AutonomyLevel.Auto);
        var answer = Some.Event(EventKind.DecisionApproved) with { Decision = "1-beef" };

        Assert.Contains("1-beef", await room.Answers.Handle(answer, Stop), StringComparison.Ordinal);
    }

    private static async Task<(Room Room, Receipt Decided)> Proposed()
    {
        var room = new Room(AutonomyLevel.ApproveFirst);
        return (room, await room.CarryOut.Handle(Some.Suggestion(), Some.Event(), Stop));
    }

    private static Event Answer(EventKind kind, Receipt decided) =>
        Some.Event(kind, $"itsmai/{kind}") with { Decision = decided.Decision };
}
