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
}
