using ItsmAi.Desk.People;

namespace ItsmAi.Desk.Tickets;

/// <summary>A ticket that we ask a desk to open: an incident for alerts, a change for a prediction.</summary>
public sealed record TicketOpening
{
    /// <summary>The queue or group that it is opened in.</summary>
    public required Team Team { get; init; }

    /// <summary>One line, at most 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>What whoever takes it reads first, as plain text.</summary>
    public required string Text { get; init; }

    public Priority? Priority { get; init; }

    public string? Category { get; init; }

    /// <summary>The configuration item that it is about; null where none is known.</summary>
    public string? ConfigurationItem { get; init; }

    public string? Service { get; init; }

    /// <summary>Numbers of tickets of the same desk that it refers to.</summary>
    public IReadOnlyList<string> RefersTo { get; init; } = [];
}
