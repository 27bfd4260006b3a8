using ItsmAi.Desk.People;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Policy.Keeping;
using ItsmAi.Hosting.Configuration;

namespace ItsmAi.Hosting.Reactions;

/// <summary>
/// Says under which policy a process starts. An edited file does not come into force by a restart: its owner owes to
/// activate it or to restore it.
/// </summary>
public static class PolicyAtStart
{
    private static readonly Person Self = new CarryOutOptions().Self;

    public static async Task<ActivePolicy> Begin(
        PolicyBook policies,
        PolicyDocument configured,
        ItsmAiConfiguration settings,
        ObligationBook obligations,
        TextWriter log,
        TimeProvider clock,
        CancellationToken stop)
    {
        // Without a configuration nothing is decided, and what nobody wrote must not become the first policy.
        if (ReferenceEquals(settings, ItsmAiConfiguration.Bare)) return ActivePolicy.Unkept(policies, configured);
        var active = await ActivePolicy.Begin(policies, settings.Policy, configured, Self, stop);
        if (active.OwedFor(configured, clock.GetUtcNow()) is { } owed)
        {
            await log.WriteLineAsync(owed.Says);
            await obligations.Add(owed, stop);
        }

        return active;
    }
}
