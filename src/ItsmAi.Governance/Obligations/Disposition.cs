namespace ItsmAi.Governance.Obligations;

/// <summary>How an obligation ended. "Viewed" is no end.</summary>
public enum Disposition
{
    /// <summary>Somebody did what was asked.</summary>
    Done,

    /// <summary>Somebody decided against it.</summary>
    Rejected,

    /// <summary>Events made it moot: the ticket is gone, or solved otherwise.</summary>
    Overtaken,
}
