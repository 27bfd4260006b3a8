namespace ItsmAi.Desk.Alerts;

/// <summary>
/// One alert as its source tells it at one moment. Fingerprint and start make the episode: the time from firing to clear
/// of one thing that is watched.
/// </summary>
public sealed record Alert
{
    /// <summary>The source's identity of what alerts; the same over firing, resolution and the next time.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The rule's name, such as <c>DiskWillFill</c>; never empty.</summary>
    public required string Name { get; init; }

    public required AlertStatus Status { get; init; }

    /// <summary>When this episode began, by the source's clock.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>When it cleared, by the source's clock; null while it fires.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    public AlertSeverity Severity { get; init; }

    /// <summary>The service that the alert names; null where it names none.</summary>
    public string? Service { get; init; }

    /// <summary>The host or device that the alert names; null where it names none.</summary>
    public string? Host { get; init; }

    /// <summary>One sentence from the source, for people; never interpreted.</summary>
    public string? Summary { get; init; }

    /// <summary>The source's labels or dimensions, by name.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Where the source shows it; null where it says none.</summary>
    public Uri? Link { get; init; }

    /// <summary>The episode's id within its source.</summary>
    public string Episode => $"{Fingerprint}@{StartsAt.ToUnixTimeMilliseconds()}";
}
