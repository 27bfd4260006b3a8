using ItsmAi.Desk.People;

namespace ItsmAi.Desk.Tickets;

/// <summary>A ticket as the desk shows it at one moment, to the account that we read and write with.</summary>
public sealed record Ticket
{
    public required TicketId Id { get; init; }

    public required string Title { get; init; }

    /// <summary>What the requester wrote, as plain text.</summary>
    public required string Description { get; init; }

    public required TicketStatus Status { get; init; }

    /// <summary>The queue or group that holds the ticket now.</summary>
    public required Team Team { get; init; }

    /// <summary>The agent who took it; null while nobody has.</summary>
    public Person? Assignee { get; init; }

    public Person? Requester { get; init; }

    /// <summary>Null while nobody has set one.</summary>
    public Priority? Priority { get; init; }

    public string? Category { get; init; }

    /// <summary>The configuration item that the ticket names; null where it names none.</summary>
    public string? ConfigurationItem { get; init; }

    public string? Service { get; init; }

    /// <summary>True where the desk marks the requester as one whom automation may not decide for.</summary>
    public bool IsVip { get; init; }

    /// <summary>
    /// The desk's version of this state, opaque; equal versions mean nothing changed that we may see.
    /// </summary>
    public required string Version { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>
    /// The decision whose note the ticket already carries, read from the marker field that we set with it.
    /// </summary>
    public string? Marker { get; init; }

    /// <summary>The number of the ticket that it is a duplicate of, as we said it; null where it is nobody's duplicate.</summary>
    public string? DuplicateOf { get; init; }

    public Uri? Link { get; init; }

    public TicketFields Fields => new(Status, Team, Assignee, Priority, Category) { DuplicateOf = DuplicateOf };
}
