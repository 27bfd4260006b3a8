using ItsmAi.Desk.Tickets;

namespace ItsmAi.Incidents.Closing;

/// <summary>What stands between a ticket and its closing, each miss by its name.</summary>
internal static class FindMisses
{
    /// <summary>What is missing whatever the requester says.</summary>
    public static IEnumerable<string> OfEvidence(ClosureFacts facts, ClosureRules rules)
    {
        if (string.IsNullOrWhiteSpace(facts.ResolutionCode)) yield return "no resolution code";
        if (string.IsNullOrWhiteSpace(facts.ResolutionNotes)) yield return "no resolution notes";
        if (facts.OpenChildren > 0) yield return $"{facts.OpenChildren} child tickets are open";
        if (facts.OpenApprovals > 0) yield return $"{facts.OpenApprovals} approvals are open";
        if (facts.OpenTasks > 0) yield return $"{facts.OpenTasks} tasks are open";
        if (facts.FiringAlerts > 0) yield return $"{facts.FiringAlerts} linked alerts still fire";
        // Written so that a value that is no number is a miss too.
        if (!(facts.Completeness >= rules.LeastCompleteness))
            yield return $"its data are {facts.Completeness:0.00} complete; {rules.LeastCompleteness:0.00} are needed";
        if (string.IsNullOrWhiteSpace(facts.GroupManager?.Account))
            yield return "nobody is accountable: the resolver's group has no manager";
    }

    /// <summary>Why silence says nothing here.</summary>
    public static IEnumerable<string> OfSilence(ClosureFacts facts)
    {
        if (facts.Priority is null) yield return "it has no priority: silence never closes it";
        if (facts.Priority is Priority.P1 or Priority.P2) yield return $"it is {facts.Priority}: silence never closes it";
        if (facts.IsVip) yield return "its requester is a VIP: silence never closes it";
        if (facts.IsSecurity) yield return "it is about security: silence never closes it";
        if (facts.IsRegulated) yield return "its service is regulated: silence never closes it";
        if (facts.WasReopened) yield return "it was reopened before";
    }
}
