using ItsmAi.Connectors.Alertmanager;
using ItsmAi.Connectors.AzureMonitor;
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
internal sealed record AlertRoom(AlertReceived Received, AlertBook Book, IncidentsTended Tended, GroupIncidents Incidents)
{
    public static AlertRoom Of(
        ItsmAiConfiguration settings, Stores stores, Governing governing, CarryOut carryOut,
        Func<TicketId, TicketId, string, CancellationToken, Task> link, Func<ConnectionName, ITicketDesk> desks, TimeProvider clock)
    {
        var correlation = settings.Alerts?.Correlation ?? new CorrelationRules();
        var (book, incidents) = (new AlertBook(stores.Records, () => correlation), new GroupIncidents(stores.Records));
        var tend = settings.Alerts is { } alerts
            ? new TendIncidents(
                book, incidents, carryOut, governing.Receipts, governing.Obligations, link, desks,
                () => correlation, governing.Policy, alerts.Rules, governing.Options.Self, clock)
            : null;
        var monitors = settings.Monitors.ToDictionary(
            monitor => monitor.Name.Value, monitor => Listener(monitor, clock), StringComparer.Ordinal);
        return new AlertRoom(new AlertReceived(monitors, stores.Intake), book, new IncidentsTended([.. monitors.Keys], tend), incidents);
    }

    /// <summary>Numbers of the open incidents of alerts on a configuration item, at one desk.</summary>
    public async Task<IReadOnlyList<string>> IncidentsOn(
        IEnumerable<string> monitors, string item, ConnectionName desk, DateTimeOffset now, CancellationToken stop)
    {
        var found = new List<string>();
        foreach (var monitor in monitors)
        {
            var state = await Book.Read(monitor, now, stop);
            bool IsOn(AlertGroup group) => group.Lines.Any(line => item.Equals(line.Host, StringComparison.OrdinalIgnoreCase));
            foreach (var group in state.Groups.Where(IsOn))
            {
                if (await Incidents.Find(monitor, group.Id, stop) is { Ended: false, Ticket: { } ticket } && ticket.Connection == desk)
                    found.Add(ticket.Number);
            }
        }

        return found;
    }

    /// <summary>How many alerts still fire, by the incident that they are about.</summary>
    public async Task<IReadOnlyDictionary<TicketId, int>> Firing(
        IEnumerable<string> monitors, DateTimeOffset now, CancellationToken stop)
    {
        var firing = new Dictionary<TicketId, int>();
        foreach (var monitor in monitors)
        {
            var groups = (await Book.Read(monitor, now, stop)).Groups.ToDictionary(group => group.Id, StringComparer.Ordinal);
            await foreach (var incident in Incidents.All(monitor, stop))
            {
                var open = groups.TryGetValue(incident.Group, out var group) ? group.Lines.Count(line => line.IsOpen) : 0;
                if (open == 0 || incident.Ticket is not { } ticket) continue;
                foreach (var one in incident.Others.Append(ticket)) firing[one] = firing.GetValueOrDefault(one) + open;
            }
        }

        return firing;
    }

    private static Func<WebCall, WebhookAnswer> Listener(MonitorConfiguration monitor, TimeProvider clock)
    {
        if (monitor.IsAzureMonitor) return Azure(monitor, clock);
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

    private static Func<WebCall, WebhookAnswer> Azure(MonitorConfiguration monitor, TimeProvider clock)
    {
        var plain = new AzureMonitorOptions { Connection = monitor.Name, Tokens = monitor.Tokens };
        var options = plain with
        {
            ServiceLabels = monitor.ServiceLabels.Count > 0 ? monitor.ServiceLabels : plain.ServiceLabels,
            HostLabels = monitor.HostLabels.Count > 0 ? monitor.HostLabels : plain.HostLabels,
        };
        if (options.Check() is [var wrong, ..]) throw new FormatException(wrong);
        var webhook = new AzureMonitorWebhook(options);
        return call => webhook.Read(call.Headers, call.Body, clock.GetUtcNow());
    }
}
