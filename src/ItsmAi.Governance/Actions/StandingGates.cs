using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Actions;

/// <summary>
/// The gates that stand before every decision, whatever practice suggested it: the ticket's write budget, the stop
/// switch, the class with what it has earned, and, before an act, the breaker.
/// </summary>
public sealed class StandingGates(
    TicketTrails trails, StopSwitch stopSwitch, EarnedAutonomy autonomy, Breaker breaker, TimeProvider clock)
{
    /// <summary>The gate that a spent write budget shuts.</summary>
    public const string Budget = "write-budget";

    /// <summary>The suggestion with its class looked up.</summary>
    public Task<Suggestion> Classified(Suggestion suggestion, CancellationToken stop) => autonomy.Classified(suggestion, stop);

    /// <summary>The answer to the suggestion once all gates have spoken.</summary>
    public async Task<Decision> Judge(Suggestion suggestion, string decision, PolicyDocument policy, CancellationToken stop)
    {
        List<Gate> gates =
        [
            .. suggestion.Gates,
            await BudgetOf(suggestion.Subject, policy, stop),
            await stopSwitch.Check(suggestion.Action, stop),
            .. await autonomy.Gates(suggestion, stop),
        ];
        var facts = PolicyFacts.Of(suggestion);
        var answer = Decide.On(facts, policy, gates);
        if (answer is not Decision.Act) return answer;
        gates.Add(await breaker.Take(suggestion, decision, policy, stop));
        return Decide.On(facts, policy, gates);
    }

    private async Task<Gate> BudgetOf(TicketId ticket, PolicyDocument policy, CancellationToken stop)
    {
        var trail = await trails.Read(ticket, stop);
        var spent = trail.ActsSince(clock.GetUtcNow() - TimeSpan.FromHours(1));
        return spent < policy.ActsPerTicketAndHour
            ? Gate.Pass(Budget, $"{spent} of {policy.ActsPerTicketAndHour} writes this hour")
            : Gate.Fail(Budget, $"{spent} writes to this ticket within the hour are enough", AutonomyLevel.Shadow);
    }
}
