using ItsmAi.Governance.Actions;
using ItsmAi.Hosting.Configuration;
using ItsmAi.Hosting.Reactions;

namespace ItsmAi.Hosting.Trials;

/// <summary>A trial under the policy in force, with everything but a desk.</summary>
public static class TrialRoom
{
    /// <summary>Makes the model's classes known and lets it try itself on the tickets.</summary>
    public static async Task<TrialTally> Run(
        Governing governing, LoadedModel model, ConnectionConfiguration desk, IReadOnlyList<TrialTicket> tickets,
        (IProgress<double> Progress, TimeProvider Clock) told, CancellationToken stop)
    {
        var self = governing.Options.Self;
        await model.MakeKnown(governing.Ladder.Taxonomy, self, stop);
        var trial = new ShadowTrial(
            governing.Receipts, governing.Gates, governing.Ladder.Outcomes, governing.Policy, self, told.Clock);
        return await new TrialRun(trial, model, desk.Name, desk.Triage, told.Clock).Over(tickets, told.Progress, stop);
    }
}
