using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Suggestions;
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

    [Theory]
    [InlineData(EventKind.TicketResolved, OutcomeKind.Resolved, "Service Desk")]
    [InlineData(EventKind.TicketReopened, OutcomeKind.Reopened, null)]
    public async Task Who_resolves_it_and_that_it_came_back_are_outcomes(EventKind happened, OutcomeKind expected, string? by)
    {
        var room = new Room(AutonomyLevel.Auto);
        var decided = await room.CarryOut.Handle(Some.Suggestion(), Some.Event(), Stop);

        await room.Outcomes.Handle(Some.Event(happened, "rt-main/txn-9"), Some.Ticket(), Stop);

        var outcome = Assert.Single(await Outcomes(room, decided));
        Assert.Equal((expected, by), (outcome.Outcome, outcome.To));
    }

    [Theory]
    [InlineData("vpn", OutcomeKind.Accepted)]
    [InlineData("VPN", OutcomeKind.Accepted)]
    [InlineData("wifi", OutcomeKind.Overridden)]
    public async Task A_category_that_a_person_sets_is_the_outcome(string label, OutcomeKind expected)
    {
        var room = new Room(AutonomyLevel.Suggest);
        var decided = await room.CarryOut.Handle(Some.Suggestion(), Some.Event(), Stop);

        await room.Outcomes.Handle(Changed("category", label), room.Desk.Now!, Stop);

        var outcome = Assert.Single(await Outcomes(room, decided));
        Assert.Equal((expected, "category", label), (outcome.Outcome, outcome.Field, outcome.To));
    }

    [Theory]
    [InlineData(TicketStatus.Cancelled, "status", true, true)]
    [InlineData(TicketStatus.Open, "status", true, false)]
    [InlineData(TicketStatus.Cancelled, "priority", true, false)]
    [InlineData(TicketStatus.Cancelled, "status", false, false)]
    public async Task Only_an_incident_that_we_opened_and_somebody_cancels_was_none(
        TicketStatus status, string changed, bool opened, bool isWord)
    {
        var room = new Room(AutonomyLevel.Auto);
        var decided = opened ? await Opened(room) : await room.CarryOut.Handle(Some.Suggestion(), Some.Event(), Stop);
        var subject = opened ? room.Desk.Opened.Single().Value.Id : decided.Subject!;

        await room.Outcomes.Handle(
            Changed(changed, "x") with { Subject = subject }, Some.Ticket(subject.Number) with { Status = status }, Stop);

        Assert.Equal(isWord ? [OutcomeKind.Overridden] : [], (await Outcomes(room, decided)).Select(one => one.Outcome!.Value));
    }

    [Fact]
    public async Task An_incident_that_is_gone_ends_what_was_owed_whatever_else_changed()
    {
        var room = new Room(AutonomyLevel.Auto);
        var decided = await Opened(room);

        await room.Outcomes.Handle(
            Changed("status", "deleted") with { Subject = room.Desk.Opened.Single().Value.Id, Kind = EventKind.TicketDeleted }, now: null, Stop);

        Assert.Empty(await Outcomes(room, decided));
    }

    [Theory]
    [InlineData(true, EventKind.TicketReplied, "", Disposition.Done)]
    [InlineData(true, EventKind.TicketCommented, "", null)]
    [InlineData(false, EventKind.TicketReplied, "", null)]
    [InlineData(true, EventKind.TicketUpdated, "team", Disposition.Overtaken)]
    public async Task A_question_ends_with_the_reply_or_with_whoever_moves_the_ticket_and_nothing_is_learned_of_it(
        bool asked, EventKind happened, string field, Disposition? expected)
    {
        var room = new Room(AutonomyLevel.Suggest);
        var decided = await room.CarryOut.Handle(Some.Suggestion(), Some.Event(), Stop);
        if (asked) await room.Trails.Change(decided.Subject!, trail => trail with { Asked = true, Team = null }, Stop);

        var told = field.Length > 0 ? Changed(field, "Identity") : Some.Event(happened, "rt-main/txn-9");
        await room.Outcomes.Handle(told, room.Desk.Now!, Stop);

        Assert.Equal(expected, (await room.Obligations.Find(decided.Decision, Stop))!.Disposition);
        Assert.Empty(await Outcomes(room, decided));
    }

    private static async Task<Receipt> Opened(Room room)
    {
        room.Policy = room.Policy with
        {
            Rules = [new PolicyRule("open", ActionKind.OpenIncident, [], [], PolicyConditions.None, AutonomyLevel.Auto, "alerts open incidents")],
        };
        return await room.CarryOut.Handle(
            new OpeningLike
            {
                Subject = Some.TicketId("group-1"), Occasion = "opened", Class = "DiskWillFill", Confidence = Confidence.Of(1),
                Headline = "open an incident", Because = ["critical"], Basis = Some.Ticket().Fields, Completeness = 100, InputHash = "abc",
                Change = PlannedChange.NoteOnly with
                {
                    Team = new Team("Storage"),
                    Opening = new TicketOpening { Team = new Team("Storage"), Title = "Disk fills", Text = "two alerts" },
                },
            },
            Some.Event(), Stop);
    }

    private static async Task<IReadOnlyList<Receipt>> Outcomes(Room room, Receipt decided) =>
        [.. (await room.Steps(decided.Decision)).Select(line => line.Receipt).Where(receipt => receipt.Outcome is not null)];

    private static Event Changed(string field, string to) => Some.Event(EventKind.TicketUpdated, $"rt-main/txn-{field}") with
    {
        Actor = new Person("ana"),
        Changes = [new FieldChange(field, null, to)],
    };

    private sealed record OpeningLike : Suggestion
    {
        public override ActionKind Action => ActionKind.OpenIncident;
    }

    private static Event Move(string to) => Some.Event(EventKind.TicketUpdated, $"rt-main/txn-{to}") with
    {
        Actor = new Person("ana"),
        Changes = [new FieldChange("team", "Service Desk", to)],
    };
}
