namespace ItsmAi.Governance.Notices;

/// <summary>How far a notice has come.</summary>
public enum NoticeState
{
    Waiting,

    /// <summary>At least one channel took it.</summary>
    Sent,

    /// <summary>The obligation ended before anybody was told.</summary>
    Moot,

    /// <summary>No channel reaches this person.</summary>
    Unreachable,

    /// <summary>Every channel was tried until it was enough.</summary>
    Dead,
}
