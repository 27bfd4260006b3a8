namespace ItsmAi.Connectors.RequestTracker.Transactions;

/// <summary>
/// One change that Request Tracker recorded of one ticket, as its webhook or its change feed tells it. Both name the
/// same change by the same id.
/// </summary>
internal sealed record TicketTransaction
{
    public required long Id { get; init; }

    public required string Ticket { get; init; }

    public required string Type { get; init; }

    public string Field { get; init; } = "";

    /// <summary>The custom field's name where <see cref="Field"/> is its id.</summary>
    public string? FieldName { get; init; }

    /// <summary>The value before; a name where Request Tracker records an id and the name is known.</summary>
    public string? Old { get; init; }

    public string? New { get; init; }

    public string? Creator { get; init; }

    public DateTimeOffset? Created { get; init; }
}
