using ItsmAi.Desk.Events;

namespace ItsmAi.Connectors.Webhooks;

/// <summary>What a delivery turned out to be.</summary>
public abstract record WebhookAnswer
{
    private WebhookAnswer()
    {
    }

    /// <summary>The sender is who it says, and this is what it told; possibly nothing that concerns us.</summary>
    public sealed record Verified(IReadOnlyList<Event> Events) : WebhookAnswer
    {
        /// <summary>What of it could not be taken, or not as it stands: place, value and what is expected.</summary>
        public IReadOnlyList<string> Problems { get; init; } = [];
    }

    /// <summary>Not accepted. <paramref name="Says"/> may be shown to the sender.</summary>
    /// <param name="Status">401 for every cause of a bad signature alike, 400 for a body that cannot be read.</param>
    public sealed record Refused(int Status, string Says) : WebhookAnswer;
}
