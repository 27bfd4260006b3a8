using ItsmAi.Desk.Tickets;

namespace ItsmAi.Connectors.RequestTracker.Writing;

/// <summary>
/// What is to be written to one ticket under one marker: doing or undoing, it is carried out in one way.
/// </summary>
internal sealed record TicketWrite
{
    public required TicketId Ticket { get; init; }

    public required string Marker { get; init; }

    public required string? Note { get; init; }

    public double? Confidence { get; init; }

    /// <summary>Ours alone to write, so that nobody's word is held against it.</summary>
    public string? Summary { get; init; }

    public required IReadOnlyList<FieldWrite> Fields { get; init; }

    /// <summary>
    /// How the ticket must still stand; null for undoing, which puts back whatever still shows our value.
    /// </summary>
    public TicketFields? Basis { get; init; }

    /// <summary>
    /// The comment's subject: Request Tracker searches subjects exactly, and texts only with a full-text index.
    /// </summary>
    public string Subject => $"ItsmAi {Marker}";

    public static TicketWrite Doing(TicketChange change) => new()
    {
        Ticket = change.Ticket,
        Marker = Markers.Checked(change.Marker),
        Note = change.Note,
        Confidence = change.Confidence,
        Summary = change.Summary,
        Fields = [.. Wanted(change).Select(field =>
            new FieldWrite(field.Field, FieldWrite.Of(field.Field, change.Basis), field.To))],
        Basis = change.Basis,
    };

    public static TicketWrite Undoing(TicketChange done, string note, string marker) => new()
    {
        Ticket = done.Ticket,
        Marker = Markers.Checked(marker),
        Note = note,
        Fields = [.. Wanted(done)
            .Select(field => new FieldWrite(field.Field, field.To, FieldWrite.Of(field.Field, done.Basis)))
            .Where(field => !FieldWrite.Same(field.From, field.To))],
    };

    private static IEnumerable<(WritableField Field, string To)> Wanted(TicketChange change)
    {
        if (change.Team is { } team) yield return (WritableField.Team, team.Name);
        if (change.Category is { } category) yield return (WritableField.Category, category);
        if (change.Priority is { } priority) yield return (WritableField.Priority, priority.ToString());
        if (change.Status is { } status) yield return (WritableField.Status, status.ToString());
        if (change.DuplicateOf is { } root) yield return (WritableField.DuplicateOf, root);
    }
}
