namespace ItsmAi.Learning.Evaluation;

/// <summary>What a hit, a false alarm and a miss weigh in a score of the Numenta Anomaly Benchmark.</summary>
public sealed record NabProfile(string Name, double Hit, double FalseAlarm, double Miss)
{
    public static NabProfile Standard { get; } = new("standard", 1, 0.11, 1);

    public static NabProfile LowFalseAlarms { get; } = new("reward_low_FP_rate", 1, 0.22, 1);

    public static NabProfile LowMisses { get; } = new("reward_low_FN_rate", 1, 0.11, 2);

    public static IReadOnlyList<NabProfile> All { get; } = [Standard, LowFalseAlarms, LowMisses];
}
