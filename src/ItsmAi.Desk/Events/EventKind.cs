namespace ItsmAi.Desk.Events;

/// <summary>
/// What happened. The decision kinds are our own: a person answered a proposal, in the ticket's own order.
/// </summary>
public enum EventKind
{
    TicketCreated,
    TicketUpdated,
    TicketCommented,
    TicketReplied,
    TicketResolved,
    TicketReopened,
    TicketDeleted,
    AlertFired,
    AlertResolved,
    DecisionApproved,
    DecisionRejected,
    DecisionUndone,
    DecisionDisputed,
}
