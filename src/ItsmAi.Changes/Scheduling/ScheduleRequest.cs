using ItsmAi.Changes.Catalogue;
using ItsmAi.Desk.Changes;
using ItsmAi.Desk.People;

namespace ItsmAi.Changes.Scheduling;

/// <summary>What wants a time: on what, by whom, for how long, and by when.</summary>
public sealed record ScheduleRequest
{
    public required string Change { get; init; }

    public required ConfigurationItem Item { get; init; }

    public required Team Team { get; init; }

    /// <summary>Counted in whole minutes, rounded up.</summary>
    public required TimeSpan Duration { get; init; }

    public required DateTimeOffset FailsAt { get; init; }

    public TimeSpan Margin { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Before this nothing starts: now, or when an approval can be there.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    public bool IsAiProposed { get; init; } = true;

    /// <summary>Only within these; empty: at any time.</summary>
    public IReadOnlyList<ChangeWindow> Windows { get; init; } = [];
}
