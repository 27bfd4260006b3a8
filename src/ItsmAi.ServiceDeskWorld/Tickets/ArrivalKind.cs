namespace ItsmAi.ServiceDeskWorld.Tickets;

/// <summary>What is peculiar about a new ticket, as only its author knows.</summary>
public enum ArrivalKind
{
    Ordinary,

    /// <summary>It says next to nothing.</summary>
    Poor,

    /// <summary>It gives orders to whoever reads it.</summary>
    Ordering,

    /// <summary>It is about something that the taxonomy has no category for.</summary>
    Foreign,

    /// <summary>One of many about the same failure.</summary>
    Outage,
}
