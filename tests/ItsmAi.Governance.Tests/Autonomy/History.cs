using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Suggestions;
using ItsmAi.Governance.Tests.Actions;

namespace ItsmAi.Governance.Tests.Autonomy;

/// <summary>Decisions on class vpn for Network, and what people made of them; each word comes a minute after the last.</summary>
internal sealed class History(Room room)
{
    public static readonly AutonomyKey Key = new(ActionKind.Route, "vpn", "Network");

    private int _number;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public Room Room => room;

    public async Task<Receipt> Decide(Verdict verdict = Verdict.Act, Priority? priority = null, double confidence = 0.95, int completeness = 80)
    {
        room.Clock.Pass(TimeSpan.FromMinutes(1));
        var ticket = $"{1000 + ++_number}";
        var decision = ReceiptAddress.DecisionOn($"rt-main:{ticket}", "Route", "created");
        var decided = await room.Receipts.Append(
            new Receipt
            {
                Id = $"{decision}-decided",
                Kind = ReceiptKind.Decided,
                At = room.Clock.GetUtcNow(),
                Decision = decision,
                Subject = Some.TicketId(ticket),
                Actor = "itsmai",
                Action = ActionKind.Route,
                Class = "vpn",
                ClassId = "vpn",
                Verdict = verdict,
                Confidence = confidence,
                Completeness = completeness,
                Change = new PlannedChange(new Team("Network"), "vpn", priority),
            },
            Stop);
        await room.Ladder.Autonomy.Track(decided, Stop);
        return decided;
    }

    public Task Resolve(Receipt decided, string team = "Network", string by = "ben") =>
        Say(decided, OutcomeKind.Resolved, null, team, by);

    public Task Move(Receipt decided, string team, string by = "ana") => Say(decided, OutcomeKind.Overridden, "team", team, by);

    public Task SetCategory(Receipt decided, string category, string by = "ana") =>
        Say(decided, OutcomeKind.Overridden, "category", category, by);

    public Task Reopen(Receipt decided) => Say(decided, OutcomeKind.Reopened, null, null, "kim");

    public async Task Say(Receipt decided, OutcomeKind kind, string? field, string? to, string by)
    {
        room.Clock.Pass(TimeSpan.FromMinutes(1));
        var happened = new Event
        {
            Id = new EventId($"rt-main/txn-{++_number}"),
            Kind = EventKind.TicketUpdated,
            Subject = decided.Subject!,
            OccurredAt = room.Clock.GetUtcNow(),
            ReceivedAt = room.Clock.GetUtcNow(),
            Actor = new Person(by),
        };
        await room.Ladder.Outcomes.Learn(decided, new Word(kind, happened, field, to), "said", Stop);
    }

    /// <summary>So many decisions that the suggested team resolved, and so many that another did.</summary>
    public async Task Resolved(int right, int wrong, Verdict verdict = Verdict.Act)
    {
        for (var number = 0; number < right; number++) await Resolve(await Decide(verdict));
        for (var number = 0; number < wrong; number++) await Resolve(await Decide(verdict), "Identity");
    }

    public async Task<AutonomyLevel> Level() =>
        AutonomyLadder.LevelOf(await room.Ladder.Records.Read(Key, Stop), Key, null, room.Policy.Autonomy);

    public async Task<IReadOnlyList<Receipt>> Receipts(ReceiptKind kind)
    {
        var all = new List<Receipt>();
        await foreach (var line in new DecisionBook(room.Store).Lines(Stop))
        {
            if (DecisionBook.Parse(line).Receipt is var receipt && receipt.Kind == kind) all.Add(receipt);
        }

        return all;
    }
}
