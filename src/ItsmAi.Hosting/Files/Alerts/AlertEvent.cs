using ItsmAi.Desk.Alerts;

namespace ItsmAi.Hosting.Files.Alerts;

/// <summary>One line of a file of alerts: an alert and when it arrived, or what is wrong with the line.</summary>
internal sealed record AlertEvent(int Line, string Id, Alert? Alert, DateTimeOffset ArrivedAt, string? Fault);
