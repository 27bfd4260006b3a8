namespace ItsmAi.Desk.Tickets;

/// <summary>
/// The order in which incidents are worked on. It is looked up from impact and urgency, never predicted.
/// </summary>
public enum Priority
{
    P1 = 1,
    P2 = 2,
    P3 = 3,
    P4 = 4,
    P5 = 5,
}
