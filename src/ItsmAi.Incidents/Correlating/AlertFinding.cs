namespace ItsmAi.Incidents.Correlating;

/// <summary>What was odd about an alert. It is a note beside the alert; the alert is never lost for it.</summary>
public enum AlertFinding
{
    /// <summary>It cleared before anybody had told that it fired.</summary>
    ResolvedBeforeFired,

    /// <summary>Its start lies later than its arrival: the source's clock is ahead, and the arrival counts.</summary>
    ClockAhead,

    /// <summary>Its start lies long before its first arrival: an old alert or a clock that is behind; the arrival counts.</summary>
    ClockBehind,

    /// <summary>It ends before it starts; the start counts.</summary>
    EndsBeforeStart,

    /// <summary>It came after a later episode of the same fingerprint and changed nothing.</summary>
    OutOfOrder,

    /// <summary>It names a service that the graph does not have; only time and labels could place it.</summary>
    UnknownService,
}
