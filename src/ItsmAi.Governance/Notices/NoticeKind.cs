namespace ItsmAi.Governance.Notices;

/// <summary>What happened to an obligation that somebody is to hear of; the graver later.</summary>
public enum NoticeKind
{
    /// <summary>Somebody came to owe it.</summary>
    Raised,

    /// <summary>Its date is near, or has passed.</summary>
    Reminder,

    /// <summary>It is open again.</summary>
    Reopened,

    /// <summary>It came to somebody else, for its owner can no longer be one.</summary>
    HandedOn,

    /// <summary>It went up a level.</summary>
    Escalated,
}
