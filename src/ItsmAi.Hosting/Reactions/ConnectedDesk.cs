using ItsmAi.Connectors.Webhooks;
using ItsmAi.Desk.Tickets;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Configuration;

namespace ItsmAi.Hosting.Reactions;

/// <summary>A desk with all that the reactions ask of it.</summary>
/// <param name="OwnFields">What only we write: a change of nothing else is an echo of ours.</param>
/// <param name="Listen">Verifies a webhook call and reads its events, or says how to refuse it.</param>
public sealed record ConnectedDesk(
    ConnectionConfiguration Settings,
    ITicketDesk Desk,
    ITicketFeed Feed,
    IResolutions Resolutions,
    Func<WebCall, WebhookAnswer> Listen,
    IReadOnlyCollection<string> OwnFields);
