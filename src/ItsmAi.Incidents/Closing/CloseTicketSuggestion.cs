using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Incidents.Closing;

/// <summary>Close a resolved ticket, since the closure gate is open.</summary>
public sealed record CloseTicketSuggestion : Suggestion
{
    public override ActionKind Action => ActionKind.CloseTicket;
}
