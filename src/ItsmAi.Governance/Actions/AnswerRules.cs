using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Duties;
using ItsmAi.Governance.Policy;

namespace ItsmAi.Governance.Actions;

/// <summary>What people's answers are held against.</summary>
/// <param name="Ticket">The ticket as the desk shows it now, so that its requester is known when somebody approves.</param>
public sealed record AnswerRules(
    SegregationOfDuties Duties, Func<PolicyDocument> Policy, Func<TicketId, CancellationToken, Task<Ticket?>> Ticket);
