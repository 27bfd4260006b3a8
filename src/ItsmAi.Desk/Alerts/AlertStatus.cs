namespace ItsmAi.Desk.Alerts;

/// <summary>Whether what an alert tells of goes on.</summary>
public enum AlertStatus
{
    Firing,
    Resolved,
}
