using ItsmAi.Desk.Events;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Suggestions;
using ItsmAi.Hosting.Pages;
using ItsmAi.ServiceDeskWorld;
using ItsmAi.ServiceDeskWorld.Catalogue;
using ItsmAi.ServiceDeskWorld.Tickets;

namespace ItsmAi.Hosting.Demo.Playing;

/// <summary>
/// Plays the world: tickets arrive, each is followed to its decision, then an agent looks at it and resolves it.
/// Tickets do not touch one another, so working on several at a time changes no count.
/// </summary>
/// <param name="minute">How long a simulated minute takes.</param>
internal sealed class DemoPlay(
    World world, DeskPeople people, DecisionBook book, DemoTally tally, TimeSpan minute, TimeProvider clock)
{
    /// <summary>The name of the simulated desk's connection.</summary>
    public static ConnectionName Desk { get; } = new("demo-desk");

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(25);

    /// <summary>What no decision takes unless something is broken.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>More at a time would only wait for the same processor.</summary>
    private const int MostUnderWay = 8;

    /// <param name="pace">The pause between two arrivals.</param>
    /// <param name="told">Called with each ticket that is through.</param>
    public async Task Run(IEnumerable<Arrival> arrivals, TimeSpan pace, Func<DemoLine, Task> told, CancellationToken stop)
    {
        var underWay = new List<Task>();
        foreach (var arrival in arrivals)
        {
            var number = await people.Open(arrival, stop);
            tally.Arrived();
            underWay.Add(Follow(arrival, number, told, stop));
            underWay.RemoveAll(task => task.IsCompletedSuccessfully);
            // What went wrong for one ticket must not wait for the end, which may never come.
            if (underWay.Find(task => task.IsFaulted) is { } failed) await failed;
            if (pace == TimeSpan.Zero && underWay.Count >= MostUnderWay) await await Task.WhenAny(underWay);
            if (pace > TimeSpan.Zero) await Task.Delay(pace, clock, stop);
        }

        await Task.WhenAll(underWay);
    }

    private async Task Follow(Arrival arrival, string number, Func<DemoLine, Task> told, CancellationToken stop)
    {
        var key = new TicketId(Desk, number).Key;
        var trail = await Await(key, IsSettled, $"ticket {number} has no decision", stop);
        var acted = trail.Verdict == Verdict.Act && trail.Last(ReceiptKind.Applied) is not null;
        var holder = acted ? trail.Decided.Change?.Team ?? Queues.Intake : Queues.Intake;
        var review = world.AgentReviews(arrival, holder);
        await Task.Delay(review.After.TotalMinutes * minute, clock, stop);
        if (review.MoveTo is { } team)
        {
            await people.Move(number, team, review.By.Account, stop);
            if (HasOutcome(trail)) trail = await Await(key, IsJudged, $"ticket {number} has no outcome", stop);
        }

        tally.Add(new DemoLine(arrival, trail));
        await told(new DemoLine(arrival, trail));
        await Task.Delay(review.ResolveAfter.TotalMinutes * minute, clock, stop);
        await people.Resolve(number, review.Resolution, review.Solver.Account, stop);
        if (IsFollowed(trail)) await Await(key, IsMeasured, $"ticket {number} was resolved and nobody saw it", stop);
    }

    private async Task<DecisionTrail> Await(
        string key, Func<DecisionTrail, bool> done, string otherwise, CancellationToken stop)
    {
        var began = clock.GetTimestamp();
        while (clock.GetElapsedTime(began) < Patience)
        {
            foreach (var action in Enum.GetValues<ActionKind>())
            {
                var lines = await book.Find(ReceiptAddress.DecisionOn(key, $"{action}", "created"), stop);
                if (DecisionTrail.Of(lines) is { } trail && done(trail)) return trail;
            }

            await Task.Delay(Glance, clock, stop);
        }

        throw new TimeoutException($"{otherwise} after {Patience.TotalSeconds:0} s");
    }

    private static bool IsSettled(DecisionTrail trail) =>
        trail.Verdict is Verdict.Observe or Verdict.Refuse
        || trail.Last(ReceiptKind.Applied) is not null
        || trail.Last(ReceiptKind.NotApplied) is not null;

    private static bool IsJudged(DecisionTrail trail) => trail.Last(ReceiptKind.Outcome) is not null;

    private static bool IsMeasured(DecisionTrail trail) =>
        trail.Steps.Any(line => line.Receipt.Outcome == OutcomeKind.Resolved);

    /// <summary>What suggests a team is measured by who resolves it, shown or only observed.</summary>
    private static bool IsFollowed(DecisionTrail trail) =>
        trail.Decided is { Action: ActionKind.Route, Change.Team: not null }
        && (trail.Verdict == Verdict.Observe || trail.Last(ReceiptKind.Applied) is not null);

    /// <summary>Only a suggested team that the ticket shows can be accepted or overridden by moving it.</summary>
    private static bool HasOutcome(DecisionTrail trail) =>
        trail.Decided.Action == ActionKind.Route
        && trail.Decided.Change?.Team is not null
        && trail.Last(ReceiptKind.Applied) is not null;
}
