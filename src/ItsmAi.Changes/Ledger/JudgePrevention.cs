namespace ItsmAi.Changes.Ledger;

/// <summary>Says what became of a prediction, from its times and from what was measured; never from silence.</summary>
public static class JudgePrevention
{
    public static PreventionEntry Of(LeadTimes times, IReadOnlyList<ConditionEvidence> measured, DateTimeOffset now)
    {
        var known = measured.Where(one => one.MeasuredAt <= now && one.MeasuredAt >= times.PredictedAt)
            .OrderBy(one => one.MeasuredAt).ThenBy(one => one.Id, StringComparer.Ordinal).ToList();
        var (outcome, evidence, says) = Outcome(times, known, now);
        return new PreventionEntry(times, LatencySplit.Of(times), outcome, [.. evidence.Select(one => one.Id)], says);
    }

    private static (PreventionOutcome Outcome, IReadOnlyList<ConditionEvidence> Evidence, string Says) Outcome(
        LeadTimes times, List<ConditionEvidence> known, DateTimeOffset now)
    {
        var breach = known.Find(one => one.Condition == Condition.Breached);
        if (times.ImplementedAt is not { } done || done > now) return Unchanged(times, known, breach, now);
        if (breach is not null && breach.MeasuredAt <= done) return (PreventionOutcome.ActedLate, [breach], "changed after it had failed");
        if (done >= times.FailsAt)
        {
            return IsFine(known, times.FailsAt, done) is { } fine
                ? (PreventionOutcome.FalseAlarm, [fine], "it had not failed when its time came; the change came later")
                : (PreventionOutcome.ActedLate, [], "changed after the predicted failure");
        }

        // Once it was seen to be gone past its time, a later failure is another story, with a prediction of its own.
        var after = known.SkipWhile(one => one.MeasuredAt <= done).TakeWhile(one => one.Condition != Condition.Breached).ToList();
        if (breach is not null && IsFine(after, times.FailsAt, now) is null)
            return (PreventionOutcome.ActedInVain, [breach], "changed in time, and it failed all the same");
        return after.LastOrDefault() is { } gone && IsGone(gone)
            ? (PreventionOutcome.Prevented, [gone], $"changed in time; afterwards: {gone.Says}")
            : (PreventionOutcome.Unverified, [], "changed in time; nothing measured since then shows that the condition is gone");
    }

    private static (PreventionOutcome Outcome, IReadOnlyList<ConditionEvidence> Evidence, string Says) Unchanged(
        LeadTimes times, List<ConditionEvidence> known, ConditionEvidence? breach, DateTimeOffset now)
    {
        if (breach is not null) return (PreventionOutcome.IgnoredAndFailed, [breach], "nothing was changed, and it failed");
        if (now < times.FailsAt) return (PreventionOutcome.Open, [], "its time has not come");
        return IsFine(known, times.FailsAt, now) is { } fine
            ? (PreventionOutcome.FalseAlarm, [fine], "nothing was changed, and it did not fail")
            : (PreventionOutcome.Unverified, [], "nothing was changed, and nothing was measured when its time had come");
    }

    /// <summary>The measurement between two moments that shows it below its limit.</summary>
    private static ConditionEvidence? IsFine(List<ConditionEvidence> known, DateTimeOffset from, DateTimeOffset to) =>
        known.Find(one => one.MeasuredAt >= from && one.MeasuredAt <= to && IsGone(one));

    private static bool IsGone(ConditionEvidence one) => one.Condition is Condition.Below or Condition.NoLongerForecast;
}
