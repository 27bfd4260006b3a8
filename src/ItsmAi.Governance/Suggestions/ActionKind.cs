namespace ItsmAi.Governance.Suggestions;

/// <summary>Every act that ItsmAi can be allowed to do. A model picks from these; it never adds one.</summary>
public enum ActionKind
{
    /// <summary>Hand an incident to a team, with its category and the priority of the matrix.</summary>
    Route,

    /// <summary>Ask for what is missing, as one internal note.</summary>
    Ask,
}
