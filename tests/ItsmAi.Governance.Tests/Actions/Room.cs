using System.Text.Json;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Actions.Drills;
using ItsmAi.Governance.Appeals;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Classes;
using ItsmAi.Governance.Duties;
using ItsmAi.Governance.Duties.Reviewing;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Receipts.Pseudonyms;
using ItsmAi.Governance.Records;
using ItsmAi.Governance.Tests.Fakes;

namespace ItsmAi.Governance.Tests.Actions;

/// <summary>Governance composed over fakes at its walls; <see cref="Restart"/> forgets all that a process forgets when it dies.</summary>
internal sealed class Room
{
    public Room(AutonomyLevel level)
    {
        Policy = Some.Policy(level);
        Desk = new RecordingDesk(Some.Ticket());
        Earn(level);
        Restart();
    }

    public static IReadOnlyList<Person> Ai { get; } = [new("itsmai"), new("rt-bot")];

    public MemoryStore Store { get; } = new();

    public FakeClock Clock { get; } = new();

    public RecordingDesk Desk { get; }

    public ReceiptChain Receipts { get; private set; } = null!;

    public ObligationBook Obligations { get; private set; } = null!;

    public TicketTrails Trails { get; private set; } = null!;

    public PolicyDocument Policy { get; set; }

    public Ladder Ladder { get; private set; } = null!;

    public StopSwitch StopSwitch { get; private set; } = null!;

    public CarryOut CarryOut { get; private set; } = null!;

    public AnswerDecision Answers { get; private set; } = null!;

    public Reviewers Reviewers { get; private set; } = null!;

    public StopDrill Drill { get; private set; } = null!;

    /// <summary>How many messages were given up, for the drill to see.</summary>
    public int Letters { get; set; }

    public SeeOutcome Outcomes { get; private set; } = null!;

    public void Restart()
    {
        var options = new CarryOutOptions { Appeals = new AppealKey(new byte[AppealKey.SecretBytes]) };
        Receipts = new ReceiptChain(Store);
        Obligations = new ObligationBook(Store, Receipts, Clock);
        Trails = new TicketTrails(Store);
        StopSwitch = new StopSwitch(Store, Receipts, Clock);
        Ladder = new Ladder(Store, Receipts, Obligations, () => Policy, new SegregationOfDuties(Ai), options.Self, Clock);
        var breaker = new Breaker(Store, Receipts, Obligations, options.Self, Clock);
        var gates = new StandingGates(Trails, StopSwitch, Ladder.Autonomy, breaker, Clock);
        CarryOut = new CarryOut(
            Receipts, _ => Desk, Trails, Obligations, StopSwitch, gates, Ladder.Autonomy, () => Policy, Clock, options);
        Reviewers = new Reviewers(Store);
        Answers = new AnswerDecision(
            Receipts, CarryOut, Obligations, Ladder.Outcomes, Reviewers,
            new AnswerRules(new SegregationOfDuties(Ai), () => Policy, (_, _) => Task.FromResult(Desk.Now)), Clock);
        Drill = new StopDrill(Store, StopSwitch, Receipts, Obligations, _ => Task.FromResult(Letters), Clock);
        Outcomes = new SeeOutcome(Receipts, Trails, Obligations, Ladder.Outcomes);
    }

    /// <summary>Says who is who, as a start does.</summary>
    public Task<DutyRoster> Start() => new DutyBook(Store, Clock).Keep(Ai, Policy, TestContext.Current.CancellationToken);

    /// <summary>The class is known and has earned what the policy allows at most, as after a good month.</summary>
    private void Earn(AutonomyLevel level)
    {
        var classes = ChangeTaxonomy.Activate(Taxonomy.Empty, new ModelInForce("m1", Some.Time.AddDays(-60), ["vpn"]));
        Store.Plant(
            new RecordKey("settings", "taxonomy", "current"),
            JsonSerializer.SerializeToUtf8Bytes(classes, TaxonomyJson.Default.Taxonomy));
        Store.Plant(
            new RecordKey("autonomy", "Route", "3|vpn|Network"),
            JsonSerializer.SerializeToUtf8Bytes(new TrackRecord { Level = level }, AutonomyJson.Default.TrackRecord));
    }

    /// <summary>The decision's receipts as people read them, with names.</summary>
    public async Task<IReadOnlyList<ReceiptLine>> Steps(string decision)
    {
        var stop = TestContext.Current.CancellationToken;
        return await new NamesOnReceipts(Store).Show(await new DecisionBook(Store).Find(decision, stop), stop);
    }
}
