namespace ItsmAi.Governance.Obligations;

/// <summary>Why somebody decided against what was owed.</summary>
public enum RejectionReason
{
    /// <summary>It is not so: the finding is wrong.</summary>
    NotSo,

    /// <summary>It is known, and dealt with elsewhere.</summary>
    Duplicate,

    /// <summary>It is so, and meant to be.</summary>
    Intended,

    /// <summary>It is so, and costs less than its remedy.</summary>
    NotWorthIt,

    /// <summary>It is not for this practice to deal with.</summary>
    OutOfScope,

    /// <summary>A person answered the proposal otherwise.</summary>
    DecidedOtherwise,
}
