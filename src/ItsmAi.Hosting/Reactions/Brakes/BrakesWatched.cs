using ItsmAi.Desk.People;
using ItsmAi.Governance.Actions.Drills;
using ItsmAi.Governance.Duties;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Records;
using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Reactions.Brakes;

/// <summary>Makes an overdue drill an obligation, and keeps who is who for the commands beside us.</summary>
public sealed class BrakesWatched(
    StopDrill drill, DutyBook duties, IReadOnlyList<Person> ai, Func<PolicyDocument> policy)
{
    public async Task<Handling> Tick(DateTimeOffset due, CancellationToken stop)
    {
        try
        {
            // The policy may be another than at the start.
            await duties.Keep(ai, policy(), stop);
            await drill.Watch(policy(), stop);
            return new Handling.Done();
        }
        catch (StoreUnavailableException error)
        {
            return new Handling.Again(error.Message);
        }
    }
}
