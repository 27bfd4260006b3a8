using System.Text.Json.Serialization;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Incidents.Duplicates;

/// <summary>One change that a step made to one ticket.</summary>
[JsonDerivedType(typeof(Linked), "linked")]
[JsonDerivedType(typeof(Repointed), "repointed")]
[JsonDerivedType(typeof(Reopened), "reopened")]
[JsonDerivedType(typeof(BecameCanonical), "canonical")]
[JsonDerivedType(typeof(Restored), "restored")]
public abstract record DuplicateMove(TicketId Ticket)
{
    public sealed record Linked(TicketId Ticket, TicketId Root) : DuplicateMove(Ticket);

    public sealed record Repointed(TicketId Ticket, TicketId Root) : DuplicateMove(Ticket);

    public sealed record Reopened(TicketId Ticket) : DuplicateMove(Ticket);

    public sealed record BecameCanonical(TicketId Ticket) : DuplicateMove(Ticket);

    /// <param name="Root">What it is a duplicate of again; null where it is canonical again.</param>
    public sealed record Restored(TicketId Ticket, TicketId? Root) : DuplicateMove(Ticket);
}
