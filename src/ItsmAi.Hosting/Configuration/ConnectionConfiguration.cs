using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Incidents.Closing;
using ItsmAi.Incidents.Triage;

namespace ItsmAi.Hosting.Configuration;

/// <summary>One connected desk: where it is, as whom we speak to it, and how its tickets are triaged.</summary>
public sealed record ConnectionConfiguration
{
    public required ConnectionName Name { get; init; }

    public required Uri Url { get; init; }

    public required string Token { get; init; }

    /// <summary>Our account at the desk: what it does is an echo of ours.</summary>
    public required Person Account { get; init; }

    /// <summary>All that are valid now: two while one is being replaced.</summary>
    public required IReadOnlyList<string> WebhookSecrets { get; init; }

    /// <summary>How long the sweep waits before it passes a change: longer than the desk's longest write.</summary>
    public TimeSpan FeedLag { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The desk's field that names a ticket's configuration item; null where it has none.</summary>
    public string? ConfigurationItemField { get; init; }

    /// <summary>The desk's field that names a ticket's service; null where it has none.</summary>
    public string? ServiceField { get; init; }

    /// <summary>The desk's field that is filled for a VIP; null where it marks none.</summary>
    public string? VipField { get; init; }

    /// <summary>The desk's field for the resolution code; null where it has none, and nothing is closed by itself then.</summary>
    public string? ResolutionCodeField { get; init; }

    /// <summary>The desk's field for the resolution notes; null where it has none, and nothing is closed by itself then.</summary>
    public string? ResolutionNotesField { get; init; }

    /// <summary>What statuses of the desk's own mean, beside those that every desk has.</summary>
    public IReadOnlyDictionary<string, TicketStatus> Statuses { get; init; } = new Dictionary<string, TicketStatus>();

    /// <summary>Null: resolved tickets are left alone.</summary>
    public ClosureRules? Closure { get; init; }

    public TriageOptions Triage { get; init; } = new();
}
