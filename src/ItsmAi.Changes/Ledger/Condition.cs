namespace ItsmAi.Changes.Ledger;

/// <summary>How a measured series stands to the limit that it was predicted to breach.</summary>
public enum Condition
{
    /// <summary>Its forecast no longer reaches the limit.</summary>
    NoLongerForecast,

    /// <summary>It fell, or stayed, below the limit.</summary>
    Below,

    /// <summary>Its forecast still reaches the limit.</summary>
    StillForecast,

    /// <summary>It reached the limit: what was predicted has happened.</summary>
    Breached,
}
