namespace ItsmAi.Desk.Tickets;

/// <summary>How long the business can wait.</summary>
public enum Urgency
{
    High = 1,
    Medium = 2,
    Low = 3,
}
