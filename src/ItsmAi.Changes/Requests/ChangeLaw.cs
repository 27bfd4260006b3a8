using ItsmAi.Changes.Reviews;
using ItsmAi.Changes.Scheduling;
using ItsmAi.Desk.Changes;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Calendars;
using ItsmAi.Governance.Duties;

namespace ItsmAi.Changes.Requests;

/// <summary>What a step is judged by: who may not be both, who holds which role, what is frozen, what is owed.</summary>
public sealed record ChangeLaw
{
    public required SegregationOfDuties Duties { get; init; }

    /// <summary>Who holds which role; an approver has to hold the one that they approve in.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Person>> Roles { get; init; }

    public ChangeCalendar Calendar { get; init; } = new();

    /// <summary>Reviews of earlier changes; an overdue one of an emergency blocks its team's next emergency.</summary>
    public IReadOnlyList<ChangeReview> Reviews { get; init; } = [];

    public ChangeSettings Settings { get; init; } = new();

    /// <summary>The working time in which reviews fall due.</summary>
    public BusinessCalendar Hours { get; init; } = BusinessCalendar.Always;
}
