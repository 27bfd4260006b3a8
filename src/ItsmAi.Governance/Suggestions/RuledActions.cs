namespace ItsmAi.Governance.Suggestions;

/// <summary>
/// The acts that no model judges: a rule that people wrote says when they are due. Such a rule names the action, and
/// without one nothing is done; what it allows is there from the start and is lost by outcomes as everything else.
/// </summary>
public static class RuledActions
{
    public static bool IsRuled(this ActionKind action) => action is
        ActionKind.OpenIncident or ActionKind.UpdateIncident or ActionKind.ResolveIncident
        or ActionKind.RaiseChange or ActionKind.UpdateChange
        or ActionKind.CloseTicket or ActionKind.ReopenTicket or ActionKind.LinkDuplicate;
}
