using ItsmAi.Governance.Autonomy;

namespace ItsmAi.Governance.Policy;

/// <summary>How autonomy is earned and lost: every number of the ladder, with its default.</summary>
public sealed record AutonomySettings
{
    /// <summary>Where a class starts that nobody measured yet; never Auto, for that takes an approval.</summary>
    public AutonomyLevel Start { get; init; } = AutonomyLevel.Suggest;

    /// <summary>How far back outcomes count for a promotion.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromDays(30);

    /// <summary>The measured decisions that Auto takes at least.</summary>
    public int AutoMinimum { get; init; } = 50;

    /// <summary>The lower bound of first time right that Auto takes, 0 to 1.</summary>
    public double AutoLowerBound { get; init; } = 0.90;

    /// <summary>The measured decisions that each lower rung takes at least.</summary>
    public int RungMinimum { get; init; } = 20;

    /// <summary>The lower bound of first time right that each lower rung takes, 0 to 1.</summary>
    public double RungLowerBound { get; init; } = 0.70;

    /// <summary>Autonomy is lost where the lower bound over the last decisions falls below this, 0 to 1.</summary>
    public double DemoteBelow { get; init; } = 0.80;

    /// <summary>Over how many of the last decisions the rate is taken.</summary>
    public int DemoteLast { get; init; } = 60;

    /// <summary>With fewer measured decisions the rate alone takes nothing away.</summary>
    public int DemoteMinimum { get; init; } = 20;

    /// <summary>So many overrides make a burst: a count, not a rate.</summary>
    public int BurstOverrides { get; init; } = 5;

    /// <summary>Among how many of the last decisions a burst is looked for.</summary>
    public int BurstLast { get; init; } = 20;

    /// <summary>A reopening within this time makes the resolution wrong.</summary>
    public TimeSpan ReopenWithin { get; init; } = TimeSpan.FromDays(7);

    /// <summary>A greater expected calibration error (10 bins) takes autonomy away, 0 to 1.</summary>
    public double CalibrationError { get; init; } = 0.1;

    /// <summary>With fewer measured decisions calibration is not judged.</summary>
    public int CalibrationMinimum { get; init; } = 50;

    /// <summary>The precision that a class's threshold is chosen for, 0 to 1.</summary>
    public double TargetPrecision { get; init; } = 0.90;

    /// <summary>A category that nobody used for this long may be outdated.</summary>
    public TimeSpan UnusedFor { get; init; } = TimeSpan.FromDays(90);

    /// <summary>A greater share of tickets in the catch-all category says that categories are missing, 0 to 1.</summary>
    public double OtherShare { get; init; } = 0.30;

    /// <summary>The catch-all category's label.</summary>
    public string Other { get; init; } = "Other";
}
