namespace ItsmAi.Changes.Requests;

/// <summary>Where a change stands.</summary>
public enum ChangeState
{
    /// <summary>A prediction asked for it; it has no plan yet.</summary>
    Proposed,

    /// <summary>A person has to approve it or to make a place for it.</summary>
    AwaitingDecision,

    /// <summary>It is authorised and has a time.</summary>
    Scheduled,

    Implementing,
    Implemented,

    /// <summary>The review that it owed was held.</summary>
    Reviewed,

    Closed,
    Rejected,

    /// <summary>The latest safe start is past. People may approve it as an emergency; nothing happens by itself.</summary>
    EmergencyCandidate,
}
