namespace ItsmAi.Hosting.Demo.Server.Tickets;

/// <summary>One thing that happened to a ticket, as Request Tracker records it.</summary>
/// <param name="Field">Queues and custom fields go by their ids, here and in the old and new value.</param>
/// <param name="Subject">The subject of a comment or a reply.</param>
/// <param name="Content">What was written with it; null where nothing was.</param>
internal sealed record DeskTransaction(
    long Id,
    long Ticket,
    string Type,
    string Field,
    string Old,
    string New,
    string Creator,
    DateTimeOffset Created,
    string Subject,
    string? Content)
{
    /// <summary>What our webhook tells; mail that the desk sent is no news.</summary>
    public bool IsNews => Type != "EmailRecord";
}
