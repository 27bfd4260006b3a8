using ItsmAi.Connectors.Alertmanager;
using ItsmAi.Connectors.Webhooks;
using ItsmAi.Desk.Events;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Actions;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Configuration;
using ItsmAi.Hosting.Reactions.Alerts;
using ItsmAi.Incidents.Correlating;

namespace ItsmAi.Hosting;

/// <summary>Alerts, composed: received, grouped, and their incidents tended.</summary>
internal sealed record AlertRoom(AlertReceived Received, AlertBook Book, IncidentsTended Tended)
{
    public static AlertRoom Of(
        ItsmAiConfiguration settings, Stores stores, Governing governing, CarryOut carryOut,
        Func<ConnectionName, ITicketDesk> desks, TimeProvider clock)
    {
        var correlation = settings.Alerts?.Correlation ?? new CorrelationRules();
        var book = new AlertBook(stores.Records, () => correlation);
        var tend = settings.Alerts is { } alerts
            ? new TendIncidents(
                book, new GroupIncidents(stores.Records), carryOut, governing.Receipts, governing.Obligations, desks,
                () => correlation, governing.Policy, alerts.Rules, governing.Options.Self, clock)
            : null;
        var monitors = settings.Monitors.ToDictionary(
            monitor => monitor.Name.Value, monitor => Listener(monitor, clock), StringComparer.Ordinal);
        return new AlertRoom(new AlertReceived(monitors, stores.Intake), book, new IncidentsTended([.. monitors.Keys], tend));
    }

    private static Func<WebCall, WebhookAnswer> Listener(MonitorConfiguration monitor, TimeProvider clock)
    {
        var plain = new AlertmanagerOptions { Connection = monitor.Name, Tokens = monitor.Tokens };
        var options = plain with
        {
            ServiceLabels = monitor.ServiceLabels.Count > 0 ? monitor.ServiceLabels : plain.ServiceLabels,
            HostLabels = monitor.HostLabels.Count > 0 ? monitor.HostLabels : plain.HostLabels,
        };
        if (options.Check() is [var wrong, ..]) throw new FormatException(wrong);
        var webhook = new AlertmanagerWebhook(options);
        return call => webhook.Read(call.Headers, call.Body, clock.GetUtcNow());
    }
}
