using ItsmAi.Desk.People;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Hosting.Configuration;
using ItsmAi.Hosting.Reactions;
using ItsmAi.Hosting.Standalone;
using ItsmAi.Hosting.Trials;
using ItsmAi.ServiceDeskWorld;
using ItsmAi.ServiceDeskWorld.Catalogue;

namespace ItsmAi.Hosting.Demo;

/// <summary>
/// The month before the demonstration: triage tries itself on tickets that it did not learn from, and a person who does
/// not own the use case approves each rung that the outcomes bear.
/// </summary>
internal static class DemoMonth
{
    /// <summary>As many as tell the classes apart.</summary>
    public const int Tickets = 1200;

    /// <summary>The simulated company's head of quality.</summary>
    private static readonly Person Approver = new("quality.lead");

    /// <returns>How many classes may be acted on now, and how many stay below.</returns>
    public static async Task<(int Earned, int Below)> Play(
        World world, LoadedModel model, DataFolder data, ItsmAiConfiguration settings, TimeProvider clock, CancellationToken stop)
    {
        var governing = await Governing.Over(settings, data.Records, TextWriter.Null, clock, stop);
        await TrialRoom.Run(governing, model, settings.Connections[0], Past(world), (new Progress<double>(), clock), stop);
        await Climb(governing.Ladder.Promotions, stop);
        var standings = await governing.Standings.All(stop).ToListAsync(stop);
        var earned = standings.Count(one => one.Level == AutonomyLevel.Auto);
        return (earned, standings.Count - earned);
    }

    /// <summary>A rung for each sweep, as in a company that looks once a week.</summary>
    private static async Task Climb(Promotions promotions, CancellationToken stop)
    {
        for (var rung = AutonomyLevel.Shadow; rung < AutonomyLevel.Auto; rung++)
        {
            foreach (var open in await promotions.Sweep(stop)) await promotions.Approve(open.Id, Approver, stop);
        }
    }

    private static List<TrialTicket> Past(World world)
    {
        const int Seen = DemoTraining.Learned + DemoTraining.Checked;
        return
        [
            .. world.History(Seen + Tickets).Skip(Seen).Select(past => new TrialTicket(
                past.Number, past.Title, past.Description, Categories.Of(past.Truth).Team, Reopened: false,
                ConfigurationItem: past.ConfigurationItem, Service: past.Service)),
        ];
    }
}
