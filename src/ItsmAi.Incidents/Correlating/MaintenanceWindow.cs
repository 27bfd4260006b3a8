using ItsmAi.Desk.Alerts;

namespace ItsmAi.Incidents.Correlating;

/// <summary>Work that somebody declared: alerts of what it names are kept and do not count. What it leaves null matches all.</summary>
public sealed record MaintenanceWindow
{
    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset To { get; init; }

    public required string DeclaredBy { get; init; }

    public string? Service { get; init; }

    public string? Host { get; init; }

    /// <summary>A label's name; the alert's label has to have <see cref="LabelValue"/>.</summary>
    public string? Label { get; init; }

    public string? LabelValue { get; init; }

    /// <summary>A window that names nothing covers nothing: silence over everything is never meant.</summary>
    public bool Covers(Alert alert, DateTimeOffset at) =>
        (Service ?? Host ?? Label) is not null
        && From <= at && at < To
        && (Service is null || Service == alert.Service)
        && (Host is null || Host == alert.Host)
        && (Label is null || (alert.Labels.TryGetValue(Label, out var value) && value == LabelValue));
}
