using System.Globalization;
using ItsmAi.Governance.Classes;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Autonomy;

/// <summary>
/// The rules of the ladder Off, Shadow, Suggest, ApproveFirst, Auto: up one rung at a time on measured outcomes and
/// never by itself; down at once, as far as Suggest.
/// </summary>
public static class AutonomyLadder
{
    /// <summary>The level as it stands: what was earned or lost, else where the policy and the class let it start.</summary>
    public static AutonomyLevel LevelOf(TrackRecord record, AutonomyKey key, TicketClass? one, AutonomySettings settings)
    {
        var start = key.Action.IsRuled() ? AutonomyLevel.Auto : settings.Start;
        return record.Level ?? (one?.StartsAt is { } lower && lower < start ? lower : start);
    }

    /// <summary>Whether one rung more than <paramref name="level"/> is borne at <paramref name="now"/>.</summary>
    public static PromotionAnswer Promotion(TrackRecord record, AutonomyLevel level, AutonomySettings settings, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(record);
        var measured = Judged(record, settings, level == AutonomyLevel.Auto ? level : level + 1)
            .Where(one => one.Judgement.FirstTimeRight is not null && one.Judgement.SignalAt > now - settings.Window)
            .ToList();
        var share = MeasuredShare.Count(measured.Count(one => one.Judgement.FirstTimeRight == true), measured.Count);
        if (level is AutonomyLevel.Auto) return new PromotionAnswer.NotBorne(share, "there is no rung above Auto");
        if (level is AutonomyLevel.Off) return new PromotionAnswer.NotBorne(share, "what is off is measured by nobody");
        var to = level + 1;
        var (minimum, bound) = to == AutonomyLevel.Auto
            ? (settings.AutoMinimum, settings.AutoLowerBound)
            : (settings.RungMinimum, settings.RungLowerBound);
        if (share.Of < minimum)
            return new PromotionAnswer.NotBorne(share, $"{to} takes {minimum} measured decisions, and there are {share.Of}");
        if (share.Lower < bound)
        {
            return new PromotionAnswer.NotBorne(
                share, $"{to} takes a lower bound of {Text(bound)}, and {share.Right} of {share.Of} right give {Text(share.Lower)}");
        }

        // What would be taken away at once is not given; from Suggest nothing is taken.
        return to > AutonomyLevel.Suggest && WouldFall(record, to, settings) is { } fall
            ? new PromotionAnswer.NotBorne(share, fall.Because)
            : new PromotionAnswer.Borne(to, share, [.. measured.Select(one => one.Tracked.Decision)]);
    }

    private static Demotion? WouldFall(TrackRecord record, AutonomyLevel to, AutonomySettings settings) =>
        Fall(record, to, settings, OverrideAutopsy.IsOnesTaste)
        ?? ObservedCalibration.Fall(Judged(record, settings, AutonomyLevel.Shadow), settings);

    /// <summary>Why the level must fall now; null where it holds. The rule of the highest count comes first.</summary>
    /// <param name="level">The level that would fall: only decisions that could have gone so far speak of it.</param>
    /// <param name="isOnesTaste">Whether a burst is the taste of one person; it then takes nothing away.</param>
    public static Demotion? Fall(
        TrackRecord record, AutonomyLevel level, AutonomySettings settings, Func<IReadOnlyList<JudgedDecision>, bool> isOnesTaste)
    {
        ArgumentNullException.ThrowIfNull(record);
        var judged = Judged(record, settings, level);
        return Grave(record, settings) ?? Burst(judged, settings, isOnesTaste) ?? Rate(judged, settings);
    }

    /// <summary>The decisions that count for a level, by the time of their last word, the newest last.</summary>
    public static IReadOnlyList<JudgedDecision> Judged(TrackRecord record, AutonomySettings settings, AutonomyLevel level) =>
    [
        .. record.Decisions
            .Where(one => one.Ceiling >= level && (record.EvidenceFrom is not { } from || one.DecidedAt > from))
            .Select(one => new JudgedDecision(one, JudgeDecision.Of(one, settings.ReopenWithin)))
            .Where(one => one.Judgement.Counts)
            .OrderBy(one => one.Judgement.SignalAt).ThenBy(one => one.Tracked.Decision, StringComparer.Ordinal),
    ];

    private static Demotion? Grave(TrackRecord record, AutonomySettings settings)
    {
        var wrong = record.Decisions.FirstOrDefault(one =>
            one is { Acted: true, IsGravest: true }
            && !record.Answered.Contains(one.Decision, StringComparer.Ordinal)
            && JudgeDecision.Of(one, settings.ReopenWithin) is { FirstTimeRight: false } or { IsOverridden: true });
        return wrong is null ? null : new Demotion("one act on an incident of the gravest priority was wrong", null, [wrong.Decision]);
    }

    private static Demotion? Burst(
        IReadOnlyList<JudgedDecision> judged, AutonomySettings settings, Func<IReadOnlyList<JudgedDecision>, bool> isOnesTaste)
    {
        var last = judged.TakeLast(settings.BurstLast).ToList();
        var overridden = last.Where(one => one.Judgement.IsOverridden).ToList();
        if (overridden.Count < settings.BurstOverrides || isOnesTaste(last)) return null;
        return new Demotion(
            $"{overridden.Count} overrides among the last {last.Count} decisions", null,
            [.. overridden.Select(one => one.Tracked.Decision)]);
    }

    private static Demotion? Rate(IReadOnlyList<JudgedDecision> judged, AutonomySettings settings)
    {
        var last = judged.Where(one => one.Judgement.FirstTimeRight is not null).TakeLast(settings.DemoteLast).ToList();
        var share = MeasuredShare.Count(last.Count(one => one.Judgement.FirstTimeRight == true), last.Count);
        if (share.Of < settings.DemoteMinimum || share.Lower >= settings.DemoteBelow) return null;
        return new Demotion(
            $"the lower bound over the last {share.Of} is {Text(share.Lower)}, below {Text(settings.DemoteBelow)}", share,
            [.. last.Where(one => one.Judgement.FirstTimeRight == false).Select(one => one.Tracked.Decision)]);
    }

    private static string Text(double share) => share.ToString("0.000", CultureInfo.InvariantCulture);
}
