using ItsmAi.Connectors.Notifications;

namespace ItsmAi.Hosting.Configuration;

/// <summary>By which channels people are told what they owe; what is null is not used.</summary>
public sealed record NotificationConfiguration
{
    public MailOptions? Mail { get; init; }

    /// <summary>The workflow in Teams for whoever has none of their own; it is a secret.</summary>
    public Uri? Teams { get; init; }

    /// <summary>Where another program listens.</summary>
    public Uri? Webhook { get; init; }

    public WebhookSecret? WebhookSecret { get; init; }

    /// <summary>Null: as the policy says.</summary>
    public TimeSpan? DigestEvery { get; init; }

    /// <summary>How long one try over HTTP may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);
}
