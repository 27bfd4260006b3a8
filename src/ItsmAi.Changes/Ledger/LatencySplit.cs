namespace ItsmAi.Changes.Ledger;

/// <summary>Where the time went. A stage whose ends are not both known, or lie the wrong way round, is null.</summary>
public sealed record LatencySplit(TimeSpan? Triage, TimeSpan? Approval, TimeSpan? Scheduling, TimeSpan? Implementation)
{
    public static LatencySplit Of(LeadTimes times) => new(
        Between(times.PredictedAt, times.TriagedAt),
        Between(times.TriagedAt, times.ApprovedAt),
        Between(times.ApprovedAt, times.ScheduledFor),
        Between(times.ScheduledFor, times.ImplementedAt));

    /// <summary>All stages together; null unless all are known.</summary>
    public TimeSpan? Total => Triage + Approval + Scheduling + Implementation;

    /// <summary>The stage that took longest, or those that took equally long; empty where nothing took any time.</summary>
    public IReadOnlyList<LatencyStage> Bottlenecks
    {
        get
        {
            var longest = Enum.GetValues<LatencyStage>().Max(Of);
            return longest is { } most && most > TimeSpan.Zero
                ? [.. Enum.GetValues<LatencyStage>().Where(stage => Of(stage) == most)]
                : [];
        }
    }

    public TimeSpan? Of(LatencyStage stage) => stage switch
    {
        LatencyStage.Triage => Triage,
        LatencyStage.Approval => Approval,
        LatencyStage.Scheduling => Scheduling,
        LatencyStage.Implementation => Implementation,
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "no such stage"),
    };

    private static TimeSpan? Between(DateTimeOffset? from, DateTimeOffset? to) => to >= from ? to - from : null;
}
