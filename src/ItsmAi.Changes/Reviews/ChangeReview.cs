using ItsmAi.Desk.People;

namespace ItsmAi.Changes.Reviews;

/// <summary>A post-implementation review that is owed for a change, or was held.</summary>
public sealed record ChangeReview(string Change, string Model, Team Team, DateTimeOffset DueAt, IReadOnlyList<string> Because)
{
    public bool IsOfEmergency { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public Person? CompletedBy { get; init; }

    public bool IsOverdue(DateTimeOffset now) => CompletedAt is null && DueAt < now;
}
