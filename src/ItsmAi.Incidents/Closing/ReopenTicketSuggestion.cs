using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Incidents.Closing;

/// <summary>Open a ticket again that nobody has answered yet.</summary>
public sealed record ReopenTicketSuggestion : Suggestion
{
    public override ActionKind Action => ActionKind.ReopenTicket;
}
