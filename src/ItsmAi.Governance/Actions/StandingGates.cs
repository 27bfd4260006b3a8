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

    /// <summary>The gate that keeps a ticket of the past from being acted on.</summary>
    public const string Trial = "trial";

    /// <summary>The suggestion with its class looked up.</summary>
    public Task<Suggestion> Classified(Suggestion suggestion, CancellationToken stop) => autonomy.Classified(suggestion, stop);

    /// <summary>The answer to the suggestion once all gates have spoken.</summary>
    public async Task<Decision> Judge(Suggestion suggestion, string decision, PolicyDocument policy, CancellationToken stop)
    {
        List<Gate> gates =
        [
            .. suggestion.Gates,
            .. StatusLaw.Gates(suggestion),
            await BudgetOf(suggestion.Subject, policy, stop),
            await stopSwitch.Check(suggestion.Action, stop),
            .. await autonomy.Gates(suggestion, stop),
        ];
        var facts = PolicyFacts.Of(suggestion);
        var answer = Decide.On(facts, policy, gates);
        if (answer is Decision.Act)
        {
            gates.Add(await breaker.Take(suggestion, decision, policy, stop));
            answer = Decide.On(facts, policy, gates);
        }

        return answer with { Ceiling = Ceiling(facts, policy, gates) };
    }

    /// <summary>The answer to a suggestion about a ticket of the past: whatever it is, nothing is done.</summary>
    public async Task<Decision> JudgeInTrial(Suggestion suggestion, PolicyDocument policy, CancellationToken stop)
    {
        List<Gate> gates =
        [
            .. suggestion.Gates,
            .. await autonomy.Gates(suggestion, stop),
            Gate.Fail(Trial, "a ticket of the past is only observed", AutonomyLevel.Shadow),
        ];
        var facts = PolicyFacts.Of(suggestion);
        return Decide.On(facts, policy, gates) with { Ceiling = Ceiling(facts, policy, gates) };
    }

    /// <summary>A breaker that tripped or a trial says nothing of how far the suggestion could have gone.</summary>
    private static AutonomyLevel Ceiling(PolicyFacts facts, PolicyDocument policy, List<Gate> gates) =>
        Decide.On(facts, policy, [.. gates.Where(gate => gate.Name is not (EarnedAutonomy.Earned or Breaker.Name or Trial))]).Level;

    private async Task<Gate> BudgetOf(TicketId ticket, PolicyDocument policy, CancellationToken stop)
    {
        var trail = await trails.Read(ticket, stop);
        var spent = trail.ActsSince(clock.GetUtcNow() - TimeSpan.FromHours(1));
        return spent < policy.ActsPerTicketAndHour
            ? Gate.Pass(Budget, $"{spent} of {policy.ActsPerTicketAndHour} writes this hour")
            : Gate.Fail(Budget, $"{spent} writes to this ticket within the hour are enough", AutonomyLevel.Shadow);
    }
}
