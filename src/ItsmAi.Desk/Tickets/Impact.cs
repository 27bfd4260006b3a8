namespace ItsmAi.Desk.Tickets;

/// <summary>How much of the business an incident touches.</summary>
public enum Impact
{
    High = 1,
    Medium = 2,
    Low = 3,
}
