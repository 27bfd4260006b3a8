namespace ItsmAi.Connectors.Sqlite;

/// <summary>What the queue answers to a worker about an event that it claimed.</summary>
public enum Settlement
{
    /// <summary>It is done as asked.</summary>
    Done,

    /// <summary>It was the last attempt: the event is a dead letter now.</summary>
    Died,

    /// <summary>
    /// Refused, and nothing changed: the lease ended and the event went to another worker, or was settled.
    /// </summary>
    LeaseLost,
}
