namespace ItsmAi.Desk.Alerts;

/// <summary>How grave an alert is by its source's own word, mapped to four steps; a word that is none maps to Unknown.</summary>
public enum AlertSeverity
{
    Unknown,
    Information,
    Warning,
    Critical,
}
