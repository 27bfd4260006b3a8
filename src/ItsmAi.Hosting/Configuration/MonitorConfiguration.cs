using ItsmAi.Desk.Events;

namespace ItsmAi.Hosting.Configuration;

/// <summary>One system that watches others and sends us its alerts.</summary>
/// <param name="Tokens">Every Bearer token that is valid now: two while one is being replaced.</param>
public sealed record MonitorConfiguration(ConnectionName Name, IReadOnlyList<string> Tokens)
{
    /// <summary>True where Azure Monitor sends its alerts in the common alert schema; false for Alertmanager.</summary>
    public bool IsAzureMonitor { get; init; }

    /// <summary>Labels that name the service; empty: the usual ones.</summary>
    public IReadOnlyList<string> ServiceLabels { get; init; } = [];

    /// <summary>Labels that name the host or device; empty: the usual ones.</summary>
    public IReadOnlyList<string> HostLabels { get; init; } = [];
}
