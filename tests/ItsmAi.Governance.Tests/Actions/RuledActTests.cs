using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Suggestions;
using ItsmAi.Governance.Tests.Fakes;

namespace ItsmAi.Governance.Tests.Actions;

public sealed class RuledActTests
{
    private static readonly Team Storage = new("Storage");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_rule_that_names_the_act_nothing_is_opened_and_a_receipt_says_why()
    {
        var room = new Room(AutonomyLevel.Auto);

        var decided = await room.CarryOut.Handle(Opening(), Some.Event(), Stop);

        Assert.Equal(Verdict.Observe, decided.Verdict);
        Assert.Contains("names this action", decided.Because, StringComparison.Ordinal);
        Assert.Empty(room.Desk.Opened);
    }

    [Fact]
    public async Task A_rule_that_names_it_opens_it_and_the_receipt_names_the_ticket()
    {
        var room = Ruled(AutonomyLevel.Auto);

        var decided = await room.CarryOut.Handle(Opening(), Some.Event(), Stop);

        var opened = Assert.Single(room.Desk.Opened).Value;
        Assert.Equal(Storage, opened.Team);
        Assert.Contains("Written by an AI system.", opened.Description, StringComparison.Ordinal);
        var applied = (await room.Steps(decided.Decision))[^1].Receipt;
        Assert.Equal((ReceiptKind.Applied, opened.Id), (applied.Kind, applied.Opened!));
        Assert.Empty(room.Desk.Notes);
        Assert.Equal(decided.Decision, (await room.Trails.Read(opened.Id, Stop)).OpenDecision);
    }

    [Fact]
    public async Task Killed_at_any_moment_and_delivered_again_it_opens_exactly_one()
    {
        for (var moment = 0; ; moment++)
        {
            var room = Ruled(AutonomyLevel.Auto);
            var left = moment;
            void At(string what)
            {
                if (left-- == 0) throw new Crash();
            }

            room.Store.At = At;
            room.Desk.At = At;
            if (await Deliver(room)) break;
            (room.Store.At, room.Desk.At) = (_ => { }, _ => { });
            room.Restart();
            room.Clock.Pass(TimeSpan.FromMinutes(1));

            Assert.True(await Deliver(room));
            Assert.True(await Deliver(room));

            Assert.Single(room.Desk.Opened);
            Assert.True((await VerifyReceipts.Walk(room.Store, Stop)).Holds);
        }
    }

    [Fact]
    public async Task Below_Auto_somebody_owes_an_answer_and_their_approval_opens_it()
    {
        var room = Ruled(AutonomyLevel.ApproveFirst);
        var decided = await room.CarryOut.Handle(Opening(), Some.Event(), Stop);
        Assert.Empty(room.Desk.Opened);
        Assert.Equal(new Person("desk.lead"), (await room.Obligations.Find(decided.Decision, Stop))!.Owner);

        Assert.Null(await room.Answers.Handle(Answer(decided, EventKind.DecisionApproved), Stop));

        Assert.Single(room.Desk.Opened);
        Assert.NotNull((await room.Obligations.Find(decided.Decision, Stop))!.Disposition);
    }

    [Fact]
    public async Task Undone_it_is_cancelled_with_a_note_while_nobody_has_taken_it_up()
    {
        var room = Ruled(AutonomyLevel.Auto);
        var decided = await room.CarryOut.Handle(Opening(), Some.Event(), Stop);
        room.Desk.Now = room.Desk.Opened.Values.Single();

        Assert.Null(await room.Answers.Handle(Answer(decided, EventKind.DecisionUndone), Stop));

        Assert.Equal(TicketStatus.Cancelled, room.Desk.Now.Status);
        Assert.Contains("Undone by ItsmAi", Assert.Single(room.Desk.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overridden_five_times_in_a_row_it_only_proposes_from_then_on()
    {
        var room = Ruled(AutonomyLevel.Auto);
        for (var number = 0; number < 5; number++)
        {
            var decided = await room.CarryOut.Handle(Opening($"group-{number}"), Some.Event(), Stop);
            room.Desk.Now = (await room.Steps(decided.Decision))[^1].Receipt is { Opened: { } id }
                ? room.Desk.Opened.Values.Single(ticket => ticket.Id == id)
                : throw new InvalidOperationException("it was not opened");
            var undone = Answer(decided, EventKind.DecisionUndone);
            await room.Answers.Handle(undone with { Actor = new Person($"agent-{number % 3}") }, Stop);
        }

        var next = await room.CarryOut.Handle(Opening("group-9"), Some.Event(), Stop);

        Assert.Equal((Verdict.Propose, AutonomyLevel.Suggest), (next.Verdict, next.Level));
        Assert.Equal(5, room.Desk.Opened.Count);
    }

    [Fact]
    public async Task An_incident_that_a_person_cancels_was_none()
    {
        var room = Ruled(AutonomyLevel.Auto);
        var decided = await room.CarryOut.Handle(Opening(), Some.Event(), Stop);
        var opened = room.Desk.Opened.Values.Single();
        var cancelled = Some.Event(EventKind.TicketUpdated, "rt-main/txn-9") with
        {
            Subject = opened.Id, Actor = new Person("ana"), Changes = [new FieldChange("status", "new", "rejected")],
        };

        await room.Outcomes.Handle(cancelled, opened with { Status = TicketStatus.Cancelled }, Stop);

        var word = (await room.Steps(decided.Decision)).Single(line => line.Receipt.Outcome is not null).Receipt;
        Assert.Equal((OutcomeKind.Overridden, "ana"), (word.Outcome!.Value, word.Actor));
    }

    [Fact]
    public async Task A_summary_takes_the_place_of_the_former_without_a_note()
    {
        var room = Ruled(AutonomyLevel.Auto);
        var update = Opening() with
        {
            Subject = Some.TicketId(),
            Act = ActionKind.UpdateIncident,
            Change = PlannedChange.NoteOnly with { Summary = "two alerts fire" },
        };

        await room.CarryOut.Handle(update, Some.Event(), Stop);

        Assert.StartsWith("two alerts fire\n", Assert.Single(room.Desk.Summaries), StringComparison.Ordinal);
        Assert.Empty(room.Desk.Notes);
    }

    [Fact]
    public async Task An_incident_is_resolved_with_a_note_and_undone_it_is_as_before()
    {
        var room = Ruled(AutonomyLevel.Auto);
        var resolve = Opening() with
        {
            Subject = Some.TicketId(),
            Act = ActionKind.ResolveIncident,
            Change = PlannedChange.NoteOnly with { Status = TicketStatus.Resolved },
        };

        await room.CarryOut.Handle(resolve, Some.Event(), Stop);

        Assert.Equal(TicketStatus.Resolved, room.Desk.Now!.Status);
        Assert.Single(room.Desk.Notes);
    }

    [Fact]
    public async Task A_solution_may_make_a_ticket_proposed_and_only_clear_alerts_and_the_closure_gate_end_one()
    {
        foreach (var action in Enum.GetValues<ActionKind>())
        {
            foreach (var status in Enum.GetValues<TicketStatus>())
            {
                var room = new Room(AutonomyLevel.Auto);
                var rule = new PolicyRule("act", action, [], [], PolicyConditions.None, AutonomyLevel.Auto, "people allowed it");
                room.Policy = room.Policy with { Rules = [rule] };
                var suggestion = Opening() with
                {
                    Subject = Some.TicketId(), Act = action, Change = PlannedChange.NoteOnly with { Status = status },
                };

                var decided = await room.CarryOut.Handle(suggestion, Some.Event(), Stop);

                var may = (action, status) is (_, TicketStatus.Proposed) or (ActionKind.ResolveIncident, TicketStatus.Resolved)
                    or (ActionKind.CloseTicket, TicketStatus.Closed) or (ActionKind.ReopenTicket, TicketStatus.Open);
                Assert.Equal(may, decided.Gates!.Single(gate => gate.Name == "status").Passed);
                Assert.True(may || decided.Verdict != Verdict.Act, $"{action} made it {status}");
                Assert.Equal(decided.Verdict == Verdict.Act ? status : TicketStatus.New, room.Desk.Now!.Status);
            }
        }
    }

    [Fact]
    public async Task Approving_what_hands_the_ticket_to_nobody_does_it_and_nothing_is_learned_of_a_team()
    {
        var room = Ruled(AutonomyLevel.ApproveFirst);
        var decided = await room.CarryOut.Handle(
            Opening() with
            {
                Subject = Some.TicketId(), Act = ActionKind.ResolveIncident,
                Change = PlannedChange.NoteOnly with { Status = TicketStatus.Resolved },
            },
            Some.Event(), Stop);
        Assert.Equal(Verdict.Propose, decided.Verdict);

        Assert.Null(await room.Answers.Handle(Answer(decided, EventKind.DecisionApproved), Stop));

        var steps = (await room.Steps(decided.Decision)).Select(line => line.Receipt).ToList();
        Assert.Contains(steps, step => step.Id == $"{decided.Decision}-approved-applied");
        Assert.DoesNotContain(steps, step => step.Outcome is not null);
    }

    private static async Task<bool> Deliver(Room room)
    {
        try
        {
            await room.CarryOut.Handle(Opening(), Some.Event(), Stop);
            return true;
        }
        catch (Crash)
        {
            return false;
        }
    }

    private static Room Ruled(AutonomyLevel level)
    {
        var room = new Room(level);
        room.Policy = room.Policy with
        {
            Rules =
            [
                new PolicyRule("open", ActionKind.OpenIncident, [], [], PolicyConditions.None, level, "critical alerts open incidents"),
                new PolicyRule("keep", ActionKind.UpdateIncident, [], [], PolicyConditions.None, level, "it is kept up to date"),
                new PolicyRule("end", ActionKind.ResolveIncident, [], [], PolicyConditions.None, level, "all clear"),
            ],
        };
        return room;
    }

    private static Event Answer(Receipt decided, EventKind kind) =>
        Some.Event(kind, $"answer-{decided.Decision}") with { Subject = decided.Subject!, Actor = new Person("ana"), Decision = decided.Decision };

    private static RuledLike Opening(string group = "group-1") => new()
    {
        Subject = Some.TicketId(group),
        Occasion = "opened",
        Class = "DiskWillFill",
        Confidence = Confidence.Of(1),
        Headline = "open an incident for 2 alerts",
        Because = ["critical for 2 min"],
        Change = PlannedChange.NoteOnly with
        {
            Team = Storage,
            Opening = new TicketOpening { Team = Storage, Title = "Disk of db-1 fills", Text = "two alerts" },
        },
        Basis = Some.Ticket().Fields,
        Completeness = 100,
        InputHash = "abc",
    };

    private sealed record RuledLike : Suggestion
    {
        public ActionKind Act { get; init; } = ActionKind.OpenIncident;

        public override ActionKind Action => Act;
    }
}
