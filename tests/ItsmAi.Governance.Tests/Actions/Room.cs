using System.Text.Json;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Classes;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Records;
using ItsmAi.Governance.Tests.Fakes;

namespace ItsmAi.Governance.Tests.Actions;

/// <summary>Governance composed over fakes at its walls; <see cref="Restart"/> forgets all that a process forgets when it dies.</summary>
internal sealed class Room
{
    private readonly AutonomyLevel _level;

    public Room(AutonomyLevel level)
    {
        _level = level;
        Desk = new RecordingDesk(Some.Ticket());
        Policy = Some.Policy(level);
        Earn();
        Restart();
    }

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

    public SeeOutcome Outcomes { get; private set; } = null!;

    public void Restart()
    {
        var options = new CarryOutOptions();
        Receipts = new ReceiptChain(Store);
        Obligations = new ObligationBook(Store, Clock);
        Trails = new TicketTrails(Store);
        StopSwitch = new StopSwitch(Store, Receipts, Clock);
        Ladder = new Ladder(Store, Receipts, Obligations, () => Policy, options.Self, Clock);
        var breaker = new Breaker(Store, Receipts, Obligations, options.Self, Clock);
        var gates = new StandingGates(Trails, StopSwitch, Ladder.Autonomy, breaker, Clock);
        CarryOut = new CarryOut(
            Receipts, _ => Desk, Trails, Obligations, StopSwitch, gates, Ladder.Autonomy, () => Policy, Clock, options);
        Answers = new AnswerDecision(Receipts, CarryOut, Obligations, Ladder.Outcomes, Clock, options.Self);
        Outcomes = new SeeOutcome(Receipts, Trails, Obligations, Ladder.Outcomes);
    }

    /// <summary>The class is known and has earned what the policy allows at most, as after a good month.</summary>
    private void Earn()
    {
        var classes = ChangeTaxonomy.Activate(Taxonomy.Empty, new ModelInForce("m1", Some.Time.AddDays(-60), ["vpn"]));
        Store.Plant(
            new RecordKey("settings", "taxonomy", "current"),
            JsonSerializer.SerializeToUtf8Bytes(classes, TaxonomyJson.Default.Taxonomy));
        Store.Plant(
            new RecordKey("autonomy", "Route", "3|vpn|Network"),
            JsonSerializer.SerializeToUtf8Bytes(new TrackRecord { Level = _level }, AutonomyJson.Default.TrackRecord));
    }

    public async Task<IReadOnlyList<ReceiptLine>> Steps(string decision) =>
        await new DecisionBook(Store).Find(decision, TestContext.Current.CancellationToken);
}
