using ItsmAi.Governance.Actions;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Classes;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Autonomy;

/// <summary>
/// What each action, class and team has earned: says it as gates, keeps the record that it is judged by, and takes it
/// away in the same invocation that brought the word which takes it away.
/// </summary>
public sealed class EarnedAutonomy(TrackRecords records, TaxonomyBook taxonomy, Demote demote, Func<PolicyDocument> policy)
{
    /// <summary>The gate that is open at Auto alone.</summary>
    public const string Earned = "earned";

    // It stands in a key together with the team.
    private const int LongestName = 100;

    /// <summary>The suggestion with its class looked up: the stable id and every name that rules may know it by.</summary>
    public async Task<Suggestion> Classified(Suggestion suggestion, CancellationToken stop)
    {
        var classes = await taxonomy.Read(stop);
        if (classes.Find(suggestion.Class) is { } one)
            return suggestion with { ClassId = one.Id, ClassNames = classes.NamesOf(one) };

        // What a rule names by itself, such as an alert, stands in no taxonomy of tickets and never changes its id.
        return suggestion.Action.IsRuled() ? suggestion with { ClassId = RuledClass(suggestion.Class) } : suggestion;
    }

    /// <summary>What may be done of a suggestion, as far as its class and its record say.</summary>
    public async Task<IReadOnlyList<Gate>> Gates(Suggestion suggestion, CancellationToken stop)
    {
        var one = suggestion.ClassId is { } its ? (await taxonomy.Read(stop)).ById(its) : null;
        if (suggestion.ClassId is not { } id || (one is null && !suggestion.Action.IsRuled()))
        {
            return [Gate.Fail("known-class", $"\"{suggestion.Class}\" is no class of the taxonomy", AutonomyLevel.Shadow)];
        }

        var key = AutonomyKey.Of(suggestion.Action, id, suggestion.Change.Team);
        var record = await records.Read(key, stop);
        var level = AutonomyLadder.LevelOf(record, key, one, policy().Autonomy);
        return [.. one is null ? [] : ClassGates.Of(one, suggestion.Confidence), LevelGate(key, record, level)];
    }

    /// <summary>Begins to follow a decision: done, proposed or only observed, each is measured.</summary>
    public async Task Track(Receipt decided, CancellationToken stop)
    {
        if (KeyOf(decided) is { } key) await records.Change(key, record => record.With(Tracked(decided)), stop);
    }

    /// <summary>The desk did not take it, so it was not done: it is measured as if it had only been observed.</summary>
    public async Task NotDone(Receipt decided, CancellationToken stop)
    {
        if (KeyOf(decided) is not { } key) return;
        await records.Change(
            key, record => record.With(decided.Decision, one => one.Acted ? one with { Acted = false } : one), stop);
    }

    /// <summary>
    /// What bars now what was decided earlier and is still to be done: a block, a level that fell, a policy that says
    /// otherwise. Null where nothing does.
    /// </summary>
    /// <param name="step">The decision itself, or a person's approval, which a level does not bar.</param>
    public async Task<Gate?> LostSince(Receipt decided, Receipt step, CancellationToken stop)
    {
        if (decided is not { ClassId: { } id, Verdict: not Verdict.Observe }) return null;
        var one = (await taxonomy.Read(stop)).ById(id);
        if (one is null && !decided.Action!.Value.IsRuled()) return null;
        if (one?.Block is { } block) return Gate.Fail("class-block", $"{one!.Label} is blocked: {block.Reason}", AutonomyLevel.Off);
        if (decided.Verdict != Verdict.Act || step.Kind != ReceiptKind.Decided) return null;
        var key = AutonomyKey.Of(decided.Action!.Value, id, decided.Change?.Team);
        var record = await records.Read(key, stop);
        if (AutonomyLadder.LevelOf(record, key, one, policy().Autonomy) is var level and not AutonomyLevel.Auto)
            return LevelGate(key, record, level);
        return Decide.On(PolicyFacts.Of(decided), policy(), decided.Gates ?? []) is Decision.Act
            ? null
            : Gate.Fail("policy", "the policy in force no longer allows it", AutonomyLevel.Suggest);
    }

    /// <summary>Takes a word of reality into the record, and demotes at once where it says so.</summary>
    public async Task Observe(Receipt decided, Observation observation, CancellationToken stop)
    {
        if (KeyOf(decided) is not { } key) return;
        var record = await records.Change(
            key, before => before.With(Tracked(decided), observation), stop);
        await demote.Where(key, record, stop);
    }

    /// <summary>
    /// What the word is beside those before it, with the minutes that it adds to what wrong placements have cost: a move
    /// after a first one is a bounce.
    /// </summary>
    public async Task<(OutcomeKind Kind, double Minutes)> Weigh(Receipt decided, Observation observation, CancellationToken stop)
    {
        if (KeyOf(decided) is not { } key) return (observation.Kind, 0);
        var within = policy().Autonomy.ReopenWithin;
        var before = (await records.Read(key, stop)).Decisions.FirstOrDefault(one => one.Decision == decided.Decision);
        if (before is null) return (observation.Kind, 0);
        var isLater = observation.Field == "team"
            && before.Observations.Any(one => one.Field == "team" && one.Event != observation.Event && one.At <= observation.At);
        var after = JudgeDecision.Of(before.With(observation), within);
        return (
            isLater ? OutcomeKind.Bounced : observation.Kind,
            Math.Round(after.MinutesLost - JudgeDecision.Of(before, within).MinutesLost, 1));
    }

    private static string RuledClass(string name) => "rule:" + (name.Length <= LongestName ? name : name[..LongestName]);

    private static TrackedDecision Tracked(Receipt decided) => new()
    {
        Decision = decided.Decision,
        DecidedAt = decided.At,
        Team = decided.Change!.Team!.Value.Name,
        Category = decided.Change.Category,
        Ceiling = decided.Ceiling ?? AutonomyLevel.Auto,
        Acted = decided.Verdict == Verdict.Act,
        IsTrial = (decided.Gates ?? []).Any(gate => gate.Name == StandingGates.Trial),
        IsGravest = (decided.Change.Priority ?? decided.Before?.Priority) == Priority.P1,
        Confidence = decided.Confidence ?? 0,
        Completeness = decided.Completeness ?? 0,
    };

    /// <summary>Null for what hands the ticket to nobody: there is no team to be right about.</summary>
    private static AutonomyKey? KeyOf(Receipt decided) =>
        decided is { Action: { } action, ClassId: { } id, Change.Team: { } team, Verdict: not Verdict.Refuse }
            ? AutonomyKey.Of(action, id, team)
            : null;

    private Gate LevelGate(AutonomyKey key, TrackRecord record, AutonomyLevel level)
    {
        if (level == AutonomyLevel.Auto) return Gate.Pass(Earned, $"{key} has earned Auto");
        var settings = policy().Autonomy;
        var judged = AutonomyLadder.Judged(record, settings, level + 1).Where(one => one.Judgement.FirstTimeRight is not null).ToList();
        var share = MeasuredShare.Count(judged.Count(one => one.Judgement.FirstTimeRight == true), judged.Count);
        return Gate.Fail(Earned, $"{key} has earned {level} so far: {share}", level);
    }
}
