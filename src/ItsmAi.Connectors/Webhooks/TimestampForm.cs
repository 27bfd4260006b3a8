namespace ItsmAi.Connectors.Webhooks;

/// <summary>How a sender writes the time that it signs.</summary>
public enum TimestampForm
{
    UnixSeconds,
    Iso8601,
}
