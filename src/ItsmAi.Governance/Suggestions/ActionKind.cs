namespace ItsmAi.Governance.Suggestions;

/// <summary>Every act that ItsmAi can be allowed to do. A model picks from these; it never adds one.</summary>
public enum ActionKind
{
    /// <summary>Hand an incident to a team, with its category and the priority of the matrix.</summary>
    Route,

    /// <summary>Ask for what is missing, as one internal note.</summary>
    Ask,

    /// <summary>Open an incident for a group of alerts.</summary>
    OpenIncident,

    /// <summary>Keep an incident's summary at what its alerts say now.</summary>
    UpdateIncident,

    /// <summary>Resolve an incident whose alerts are all clear.</summary>
    ResolveIncident,

    /// <summary>Open the record of a preventive change; its approval is never ours.</summary>
    RaiseChange,

    /// <summary>Keep a change's record at where the change stands.</summary>
    UpdateChange,

    /// <summary>Close a resolved ticket for which all evidence is there.</summary>
    CloseTicket,

    /// <summary>Open a ticket again whose requester says that it is still broken, or whose root ended without an answer.</summary>
    ReopenTicket,

    /// <summary>Say on a ticket which other it is a duplicate of; its status is left alone.</summary>
    LinkDuplicate,
}
