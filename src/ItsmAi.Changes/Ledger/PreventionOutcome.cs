namespace ItsmAi.Changes.Ledger;

/// <summary>What became of a prediction.</summary>
public enum PreventionOutcome
{
    /// <summary>Its time has not come and nothing was changed yet.</summary>
    Open,

    /// <summary>Changed in time, and measured afterwards: the condition is gone.</summary>
    Prevented,

    /// <summary>Changed only after the predicted or the actual failure.</summary>
    ActedLate,

    /// <summary>Changed in time, and it failed all the same.</summary>
    ActedInVain,

    IgnoredAndFailed,

    /// <summary>Nothing was changed in time, and measured: it did not fail.</summary>
    FalseAlarm,

    /// <summary>Nothing was measured that would tell. That nothing happened proves nothing.</summary>
    Unverified,
}
