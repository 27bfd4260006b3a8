using System.Diagnostics.CodeAnalysis;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Duties;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Records;
using ItsmAi.Hosting.Configuration;
using ItsmAi.Hosting.Reactions;

namespace ItsmAi.Hosting.Trials;

/// <summary>Governance as a trial needs it: everything but a desk.</summary>
[SuppressMessage("Reliability", "CA2000", Justification = "What is made here lives as long as the command.")]
public sealed class TrialRoom
{
    private readonly ShadowTrial _trial;
    private readonly TimeProvider _clock;

    public TrialRoom(IRecordStore store, Func<PolicyDocument> policy, TimeProvider clock)
    {
        var self = new CarryOutOptions().Self;
        var receipts = new ReceiptChain(store);
        var obligations = new ObligationBook(store, clock);
        Ladder = new Ladder(store, receipts, obligations, policy, new SegregationOfDuties([self]), self, clock);
        var gates = new StandingGates(
            new TicketTrails(store), new StopSwitch(store, receipts, clock), Ladder.Autonomy,
            new Breaker(store, receipts, obligations, self, clock), clock);
        Standings = new Standings(Ladder.Records, Ladder.Taxonomy, policy, clock);
        (_trial, _clock) = (new ShadowTrial(receipts, gates, Ladder.Outcomes, policy, self, clock), clock);
    }

    public Ladder Ladder { get; }

    public Standings Standings { get; }

    /// <summary>Makes the model's classes known and lets it try itself on the tickets.</summary>
    public async Task<TrialTally> Run(
        LoadedModel model, ConnectionConfiguration desk, IReadOnlyList<TrialTicket> tickets, IProgress<double> progress, CancellationToken stop)
    {
        await Ladder.Taxonomy.Activate(
            model.Version, [.. model.Labels, .. Composition.ClassesOfTriage], new CarryOutOptions().Self, stop);
        return await new TrialRun(_trial, model, desk.Name, desk.Triage, _clock).Over(tickets, progress, stop);
    }
}
