namespace ItsmAi.Governance.Outcomes;

/// <summary>What reality said about a suggestion.</summary>
public enum OutcomeKind
{
    /// <summary>A person did what was suggested.</summary>
    Accepted,

    /// <summary>A person did something else, or moved what we had placed.</summary>
    Overridden,

    /// <summary>A person took back what was done.</summary>
    Undone,

    /// <summary>The ticket was handed on from where it had been placed.</summary>
    Bounced,

    /// <summary>A team resolved the ticket: whether it is the suggested one is the truth about the routing.</summary>
    Resolved,

    /// <summary>The ticket was opened again after it was resolved.</summary>
    Reopened,

    /// <summary>The requester said that it is wrong.</summary>
    Disputed,
}
