using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Actions;

/// <summary>
/// Which act may set which status by itself. A solution that we put forward makes a ticket proposed, never resolved: only
/// alerts that are clear resolve, only the closure gate closes. Whatever else a suggestion plans is left to a person.
/// </summary>
internal static class StatusLaw
{
    public const string Name = "status";

    /// <summary>Nothing where the suggestion sets no status.</summary>
    public static IEnumerable<Gate> Gates(Suggestion suggestion)
    {
        if (suggestion.Change.Status is not { } status) yield break;
        yield return Allows(suggestion.Action, status)
            ? Gate.Pass(Name, $"{suggestion.Action} may make it {status}")
            : Gate.Fail(Name, $"{suggestion.Action} may not make it {status}", AutonomyLevel.Suggest);
    }

    private static bool Allows(ActionKind action, TicketStatus status) => (action, status) switch
    {
        (_, TicketStatus.Proposed) => true,
        (ActionKind.ResolveIncident, TicketStatus.Resolved) => true,
        (ActionKind.CloseTicket, TicketStatus.Closed) => true,
        (ActionKind.ReopenTicket, TicketStatus.Open) => true,
        _ => false,
    };
}
