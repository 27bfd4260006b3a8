namespace ItsmAi.Governance.Obligations;

/// <summary>How an obligation ended. "Viewed" is no end.</summary>
public enum Disposition
{
    /// <summary>Somebody did what was asked.</summary>
    Done,

    /// <summary>Somebody decided against it, for a reason out of a closed list.</summary>
    Rejected,

    /// <summary>Events made it moot: the ticket is gone, or solved otherwise.</summary>
    Overtaken,

    /// <summary>It lives on as a problem, a change or an article that somebody named.</summary>
    Accepted,

    /// <summary>Somebody who does not owe it accepted the risk, until a date. Then it is open again.</summary>
    RiskAccepted,
}
