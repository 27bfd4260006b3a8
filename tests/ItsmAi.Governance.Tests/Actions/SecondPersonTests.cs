using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Tests.Fakes;

namespace ItsmAi.Governance.Tests.Actions;

/// <summary>Who approves everything faster than it can be read does not approve alone.</summary>
public sealed class SecondPersonTests
{
    private static readonly Person Kim = new("kim");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_thirtieth_fast_approval_in_a_row_takes_a_second_person()
    {
        var (room, decided) = await AfterApprovals(29);

        Assert.Null(await room.Answers.Handle(Approval(decided, "kim", 1), Stop));

        Assert.Equal(0, room.Desk.FieldWrites);
        var steps = await room.Steps(decided.Decision);
        Assert.Contains(steps, line => line.Receipt is { Kind: ReceiptKind.ApprovedInPart, Actor: "kim" });
        var flagged = Assert.Single(steps, line => line.Receipt.Kind == ReceiptKind.ReviewerFlagged).Receipt;
        Assert.Equal(("kim", "30 of 30 approved, median 0.0 s"), (flagged.Actor, flagged.Result));
        Assert.Equal("desk.lead", (await room.Obligations.Find($"{decided.Decision}-reviewer", Stop))!.Owner.Account);
        Assert.Null((await room.Obligations.Find(decided.Decision, Stop))!.Disposition);

        Assert.Null(await room.Answers.Handle(Approval(decided, "bo", 2), Stop));
        Assert.Equal(1, room.Desk.FieldWrites);
        Assert.Contains("Approved by bo", room.Desk.Notes[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twenty_nine_are_approved_alone()
    {
        var (room, decided) = await AfterApprovals(28);

        Assert.Null(await room.Answers.Handle(Approval(decided, "kim", 1), Stop));

        Assert.Equal(1, room.Desk.FieldWrites);
    }

    [Fact]
    public async Task Whoever_reads_for_three_seconds_approves_alone()
    {
        var (room, decided) = await AfterApprovals(29, seconds: 3);
        await room.Reviewers.Opened(Kim, decided.Decision, Some.Time, Stop);
        await room.Reviewers.Opened(Kim, decided.Decision, Some.Time.AddSeconds(2), Stop);
        var answer = Approval(decided, "kim", 1) with { OccurredAt = Some.Time.AddSeconds(3) };

        Assert.Null(await room.Answers.Handle(answer, Stop));

        Assert.Equal(1, room.Desk.FieldWrites);
        Assert.Equal(3.0, (await room.Reviewers.Read(Kim, Stop)).MedianSeconds());
    }

    [Fact]
    public async Task The_first_of_two_is_not_the_second_whatever_became_of_their_flag()
    {
        var (room, decided) = await AfterApprovals(29);
        await room.Answers.Handle(Approval(decided, "kim", 1), Stop);

        Assert.Contains("a second person", await room.Answers.Handle(Approval(decided, "KIM", 2), Stop), StringComparison.Ordinal);
        Assert.Contains(
            "a second person", await room.Answers.Handle(Approval(decided, "kim@example.org", 4), Stop), StringComparison.Ordinal);
        await room.Reviewers.Answered(Kim, "another", approved: false, Some.Time, room.Policy.Brakes, Stop);
        Assert.Null((await room.Reviewers.Read(Kim, Stop)).Flag);
        Assert.Contains("a second person", await room.Answers.Handle(Approval(decided, "kim", 3), Stop), StringComparison.Ordinal);
        Assert.Equal(0, room.Desk.FieldWrites);
    }

    [Fact]
    public async Task The_second_is_not_flagged_either()
    {
        var (room, decided) = await AfterApprovals(29);
        await AfterApprovals(room, "bo", 30, 0);
        await room.Answers.Handle(Approval(decided, "kim", 1), Stop);

        Assert.Contains("a second person", await room.Answers.Handle(Approval(decided, "bo", 2), Stop), StringComparison.Ordinal);
        Assert.Equal(0, room.Desk.FieldWrites);
        Assert.Null(await room.Answers.Handle(Approval(decided, "alex", 3), Stop));
        Assert.Equal(1, room.Desk.FieldWrites);
    }

    [Fact]
    public async Task Who_approved_in_part_may_still_reject()
    {
        var (room, decided) = await AfterApprovals(29);
        await room.Answers.Handle(Approval(decided, "kim", 1), Stop);

        Assert.Null(await room.Answers.Handle(Approval(decided, "kim", 2) with { Kind = EventKind.DecisionRejected }, Stop));

        Assert.Null((await room.Reviewers.Read(Kim, Stop)).Flag);
        Assert.Contains("rejected", await room.Answers.Handle(Approval(decided, "bo", 3), Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_anywhere_and_delivered_again_it_is_one_approval_in_part()
    {
        for (var fatal = 1; ; fatal++)
        {
            var (room, decided) = await AfterApprovals(29);
            var operations = 0;
            room.Store.At = _ => operations = operations < fatal - 1 ? operations + 1 : throw new Crash();
            var died = false;
            try
            {
                await room.Answers.Handle(Approval(decided, "kim", 1), Stop);
            }
            catch (Crash)
            {
                died = true;
            }

            room.Store.At = _ => { };
            room.Restart();
            Assert.Null(await room.Answers.Handle(Approval(decided, "kim", 1), Stop));

            Assert.Equal(0, room.Desk.FieldWrites);
            var steps = await room.Steps(decided.Decision);
            Assert.Single(steps, line => line.Receipt.Kind == ReceiptKind.ApprovedInPart);
            Assert.Single(steps, line => line.Receipt.Kind == ReceiptKind.ReviewerFlagged);
            Assert.Equal(30, (await room.Reviewers.Read(Kim, Stop)).Answers.Count);
            if (!died) break;
        }
    }

    private static async Task<(Room Room, Receipt Decided)> AfterApprovals(int approvals, double seconds = 0)
    {
        var room = new Room(AutonomyLevel.ApproveFirst);
        await AfterApprovals(room, "kim", approvals, seconds);
        return (room, await room.CarryOut.Handle(Some.Suggestion(), Some.Event(), Stop));
    }

    private static async Task AfterApprovals(Room room, string reviewer, int approvals, double seconds)
    {
        for (var one = 0; one < approvals; one++)
        {
            await room.Reviewers.Opened(new Person(reviewer), $"1-d{one}", Some.Time, Stop);
            await room.Reviewers.Answered(
                new Person(reviewer), $"1-d{one}", approved: true, Some.Time.AddSeconds(seconds), room.Policy.Brakes, Stop);
        }
    }

    private static Event Approval(Receipt decided, string person, int click) =>
        Some.Event(EventKind.DecisionApproved, $"itsmai/click-{click}") with { Decision = decided.Decision, Actor = new Person(person) };
}
