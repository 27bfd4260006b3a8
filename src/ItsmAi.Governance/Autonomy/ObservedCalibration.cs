using System.Globalization;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Policy;
using ItsmAi.Learning.Evaluation;

namespace ItsmAi.Governance.Autonomy;

/// <summary>Whether a class is right as often as it says, and from which confidence on it is right often enough.</summary>
public static class ObservedCalibration
{
    // Fewer than in benchmarks, for a class has few rows.
    private const int Bins = 10;

    /// <summary>A threshold that rests on fewer decisions is chance.</summary>
    private const int Fewest = 20;

    /// <summary>Autonomy falls where the expected calibration error is above its limit; null where it holds.</summary>
    public static Demotion? Fall(IReadOnlyList<JudgedDecision> judged, AutonomySettings settings)
    {
        var measured = Measured(judged);
        if (measured.Count < settings.CalibrationMinimum) return null;
        var error = CalibrationError.Of(
            [.. measured.Select(one => new JudgedRow(one.Tracked.Confidence, one.Judgement.FirstTimeRight == true))], Bins);
        if (error <= settings.CalibrationError) return null;
        return new Demotion(
            $"the calibration error is {Text(error)} over {measured.Count} decisions, above {Text(settings.CalibrationError)}",
            MeasuredShare.Count(measured.Count(one => one.Judgement.FirstTimeRight == true), measured.Count),
            [.. measured.Where(one => one.Judgement.FirstTimeRight == false).Select(one => one.Tracked.Decision)]);
    }

    /// <summary>
    /// The least confidence at and above which the observed precision meets the target: null where all meet it, 1 where
    /// nothing does or too little was measured above.
    /// </summary>
    public static double? Threshold(IReadOnlyList<JudgedDecision> judged, AutonomySettings settings)
    {
        var measured = Measured(judged).OrderByDescending(one => one.Tracked.Confidence).ToList();
        if (measured.Count < settings.CalibrationMinimum) return null;
        double? threshold = 1;
        var right = 0;
        for (var taken = 1; taken <= measured.Count; taken++)
        {
            if (measured[taken - 1].Judgement.FirstTimeRight == true) right++;
            var isTie = taken < measured.Count && measured[taken].Tracked.Confidence == measured[taken - 1].Tracked.Confidence;
            if (isTie || taken < Fewest || right < settings.TargetPrecision * taken) continue;
            threshold = taken == measured.Count ? null : measured[taken - 1].Tracked.Confidence;
        }

        return threshold;
    }

    private static List<JudgedDecision> Measured(IReadOnlyList<JudgedDecision> judged) =>
        [.. judged.Where(one => one.Judgement.FirstTimeRight is not null)];

    private static string Text(double share) => share.ToString("0.000", CultureInfo.InvariantCulture);
}
