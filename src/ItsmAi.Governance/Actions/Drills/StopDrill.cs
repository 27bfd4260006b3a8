using ItsmAi.Desk.People;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Duties;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Records;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Actions.Drills;

/// <summary>
/// Tries whether the stop switch stops: stops everything, looks whether every action would be refused and nothing is lost,
/// and lets it go on as it was. Dying in the middle leaves it stopped, which does no harm.
/// </summary>
/// <param name="letters">How many messages were given up so far.</param>
public sealed class StopDrill(
    IRecordStore store,
    StopSwitch stopSwitch,
    ReceiptChain receipts,
    ObligationBook obligations,
    Func<CancellationToken, Task<int>> letters,
    TimeProvider clock)
{
    // What a policy could allow at most: if even this is refused, everything is.
    private static readonly PolicyDocument Everything = new(
        "drill", new Person("nobody"), TimeSpan.Zero, 1,
        [new PolicyRule("everything", null, [], [], PolicyConditions.None, AutonomyLevel.Auto, "a drill allows everything")]);

    private readonly DrillLog _log = new(store, receipts);
    private readonly DutyBook _duties = new(store, clock);

    public async Task<DrillAnswer> Hold(Person by, string reason, CancellationToken stop)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (await stopSwitch.MayResume(by, stop) is { } refusal) return new DrillAnswer.Refused(refusal);
        var now = clock.GetUtcNow();
        var decision = ReceiptAddress.DecisionOn(StopSwitch.Subject, nameof(ReceiptKind.Drilled), now.ToString("O"));
        await _log.Begin(decision, stop);
        var seen = await Look(by, reason, $"{decision}-drilled", stop);
        await receipts.Append(
            new Receipt
            {
                Id = seen.Receipt,
                Kind = ReceiptKind.Drilled,
                At = now,
                Decision = decision,
                Actor = by.Account,
                Because = reason,
                Gates = seen.Gates,
                Result = seen.Says,
            },
            stop);
        await Settle(seen, by, now, stop);
        return new DrillAnswer.Held(seen);
    }

    /// <summary>Makes an overdue drill somebody's obligation, once for each period that it is late.</summary>
    public async Task Watch(PolicyDocument policy, CancellationToken stop)
    {
        var roster = await _duties.Read(stop);
        var now = clock.GetUtcNow();
        var since = await _log.Last(stop) ?? roster.FirstStart;
        if (DrillsOwed.OverdueAt(now, since, policy.Brakes.DrillEvery, policy.DecideWithin, roster) is { } owed)
        {
            await obligations.Add(owed, stop);
        }
    }

    private async Task<DrillReport> Look(Person by, string reason, string receipt, CancellationToken stop)
    {
        var (owed, given) = (await Owed(stop), await letters(stop));
        var isStopped = (await stopSwitch.Read(stop)).All;
        var (before, drilled) = isStopped ? (StopState.Running, StopState.Running) : await stopSwitch.StopForDrill(by, reason, stop);
        var gates = new List<Gate>();
        foreach (var action in Enum.GetValues<ActionKind>()) gates.Add(await stopSwitch.Check(action, stop) with { Name = $"{action}" });
        var goesOn = !isStopped && !before.All
            && await stopSwitch.PutBack(drilled, before, by, reason, stop) is StopAnswer.Flipped { State.All: false };
        var left = await Owed(stop);
        return new DrillReport(
            gates, gates.Count(IsRefused), owed.Count, owed.Except(left).Count(), await letters(stop) - given, goesOn, receipt);
    }

    private async Task Settle(DrillReport report, Person by, DateTimeOffset now, CancellationToken stop)
    {
        if (!report.Holds) await obligations.Add(DrillsOwed.Mend(report, await _duties.Read(stop), by, now), stop);
        foreach (var id in (await Owed(stop)).Where(id => id.StartsWith(DrillsOwed.Overdue, StringComparison.Ordinal)))
        {
            await obligations.Dispose(id, Disposition.Done, by, stop);
        }
    }

    private async Task<HashSet<string>> Owed(CancellationToken stop)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var one in obligations.All(stop)) ids.Add(one.Id);
        return ids;
    }

    private static bool IsRefused(Gate gate)
    {
        var action = Enum.Parse<ActionKind>(gate.Name);
        var facts = new PolicyFacts(action, "drill", null, Confidence.Of(1), Completeness: 100, IsVip: false, Priority: null);
        return Decide.On(facts, Everything, [gate]) is Decision.Refuse;
    }
}
