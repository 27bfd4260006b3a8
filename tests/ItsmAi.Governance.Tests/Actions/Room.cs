using ItsmAi.Desk.People;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Receipts.Pseudonyms;
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
        Restart();
    }

    public MemoryStore Store { get; } = new();

    public FakeClock Clock { get; } = new();

    public RecordingDesk Desk { get; }

    public ReceiptChain Receipts { get; private set; } = null!;

    public ObligationBook Obligations { get; private set; } = null!;

    public TicketTrails Trails { get; private set; } = null!;

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
        CarryOut = new CarryOut(
            Receipts, _ => Desk, Trails, Obligations, StopSwitch, () => Some.Policy(_level), Clock, options);
        Answers = new AnswerDecision(Receipts, CarryOut, Obligations, Clock, new Person("itsmai"));
        Outcomes = new SeeOutcome(Receipts, Trails, Obligations, Clock);
    }

    /// <summary>The decision's receipts as people read them, with names.</summary>
    public async Task<IReadOnlyList<ReceiptLine>> Steps(string decision)
    {
        var stop = TestContext.Current.CancellationToken;
        return await new NamesOnReceipts(Store).Show(await new DecisionBook(Store).Find(decision, stop), stop);
    }
}
