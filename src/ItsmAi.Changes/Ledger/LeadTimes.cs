using ItsmAi.Changes.Requests;

namespace ItsmAi.Changes.Ledger;

/// <summary>The moments of one prediction and its change. What has not happened is null.</summary>
public sealed record LeadTimes(string Prediction, DateTimeOffset PredictedAt, DateTimeOffset FailsAt)
{
    /// <summary>When a change had been made out of it.</summary>
    public DateTimeOffset? TriagedAt { get; init; }

    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>When the work began or, before that, is to begin.</summary>
    public DateTimeOffset? ScheduledFor { get; init; }

    public DateTimeOffset? ImplementedAt { get; init; }

    /// <summary>The times that a change remembers.</summary>
    public static LeadTimes Of(ChangeRequest change) => new(change.Prediction, change.PredictedAt, change.FailsAt)
    {
        TriagedAt = change.ProposedAt,
        ApprovedAt = change.AuthorisedAt,
        ScheduledFor = change.BegunAt ?? change.Start,
        ImplementedAt = change.ImplementedAt,
    };

    /// <summary>The time that a prediction left to act.</summary>
    public TimeSpan Lead => FailsAt - PredictedAt;

    /// <summary>How long the change was there before the predicted failure; negative where it came after.</summary>
    public TimeSpan? Slack => FailsAt - ImplementedAt;
}
