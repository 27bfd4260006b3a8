namespace ItsmAi.Changes.Ledger;

/// <summary>A part of the time between a prediction and its change.</summary>
public enum LatencyStage
{
    /// <summary>From the prediction to the proposed change.</summary>
    Triage,

    /// <summary>From the proposed change to its authorisation.</summary>
    Approval,

    /// <summary>From the authorisation to the start: the wait for a place in the calendar.</summary>
    Scheduling,

    /// <summary>From the start to the end of the work.</summary>
    Implementation,
}
