using System.Diagnostics.CodeAnalysis;
using ItsmAi.Connectors.Policies;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Appeals;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Duties;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Obligations.Owners;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Policy.Keeping;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Records;
using ItsmAi.Hosting.Configuration;
using ItsmAi.Hosting.Reactions;

namespace ItsmAi.Hosting;

/// <summary>
/// Governance put together over one store, by hand: what decides, earns, brakes, owes and testifies. The application and
/// the trial begin with it.
/// </summary>
[SuppressMessage("Reliability", "CA2000", Justification = "What is made here lives as long as the process.")]
public sealed class Governing
{
    private Governing(ItsmAiConfiguration settings, IRecordStore records, TimeProvider clock, AppealKey appeals, PolicyDocument configured)
    {
        Appeals = appeals;
        Options = new CarryOutOptions { Site = settings.Site, Settle = settings.Settle, Appeals = appeals };
        if (Options.Check() is { } wrong) throw new FormatException(wrong);
        Ai = [Options.Self, .. settings.Connections.Select(connection => connection.Account)];
        Separation = new SegregationOfDuties(Ai);
        Receipts = new ReceiptChain(records);
        Policy = () => Active?.Current ?? configured;
        Owners = new OwnerDirectory(settings.People, () => Policy().Owner, clock);
        Obligations = new ObligationBook(records, Receipts, clock, Owners);
        Policies = new PolicyBook(records, Receipts, Obligations, PolicyFile.Read, Separation.IsAi, clock);
        Duties = new DutyBook(records, clock);
        Trails = new TicketTrails(records);
        StopSwitch = new StopSwitch(records, Receipts, clock);
        Ladder = new Ladder(records, Receipts, Obligations, Policy, Separation, Options.Self, clock);
        Standings = new Standings(Ladder.Records, Ladder.Taxonomy, Policy, clock);
        Breaker = new Breaker(records, Receipts, Obligations, Options.Self, clock);
        Gates = new StandingGates(Trails, StopSwitch, Ladder.Autonomy, Breaker, clock);
    }

    public AppealKey Appeals { get; }

    public CarryOutOptions Options { get; }

    /// <summary>The accounts that are AI identities.</summary>
    public IReadOnlyList<Person> Ai { get; }

    public SegregationOfDuties Separation { get; }

    public ReceiptChain Receipts { get; }

    public OwnerDirectory Owners { get; }

    public ObligationBook Obligations { get; }

    public PolicyBook Policies { get; }

    /// <summary>The policy in force.</summary>
    public Func<PolicyDocument> Policy { get; }

    public ActivePolicy? Active { get; private set; }

    public DutyBook Duties { get; }

    public TicketTrails Trails { get; }

    public StopSwitch StopSwitch { get; }

    public Ladder Ladder { get; }

    public Standings Standings { get; }

    public Breaker Breaker { get; }

    public StandingGates Gates { get; }

    /// <summary>Takes up the policy in force, or the configuration's where there is none, and says who is who.</summary>
    /// <exception cref="FormatException">The policy or another setting cannot be used.</exception>
    public static async Task<Governing> Over(
        ItsmAiConfiguration settings, IRecordStore records, TextWriter log, TimeProvider clock, CancellationToken stop)
    {
        var (configured, problem) = PolicyFile.Read(settings.Policy);
        if (configured is null) throw new FormatException($"policy: {problem}");
        var governing = new Governing(settings, records, clock, await AppealSecret.In(records, stop), configured);
        governing.Active = await PolicyAtStart.Begin(
            governing.Policies, configured, settings, governing.Obligations, log, clock, stop);
        await governing.SayWhoIsWho(stop);
        return governing;
    }

    /// <summary>Keeps who is an AI identity and who has the authority, so that commands go by the same law.</summary>
    public Task SayWhoIsWho(CancellationToken stop) => Duties.Keep(Ai, Policy(), stop);
}
