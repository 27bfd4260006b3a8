using System.Diagnostics.CodeAnalysis;
using Azure.Identity;
using ItsmAi.Connectors.RequestTracker;
using ItsmAi.Connectors.ServiceBus;
using ItsmAi.Connectors.TableStorage;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Actions;
using ItsmAi.Hosting.Configuration;
using ItsmAi.Hosting.Reactions;

namespace ItsmAi.Hosting;

/// <summary>Connects what the configuration names: desks, and the stores of a cloud.</summary>
[SuppressMessage("Reliability", "CA2000", Justification = "What is made here lives as long as the process.")]
internal static class Connecting
{
    public static ConnectedDesk Desk(ConnectionConfiguration connection, CarryOutOptions options, TimeProvider clock)
    {
        var tracker = new RequestTrackerOptions
        {
            Connection = connection.Name,
            Url = connection.Url,
            Token = connection.Token,
            Account = connection.Account.Account,
            IntakeQueue = connection.Triage.Intake.Name,
            WebhookSecrets = connection.WebhookSecrets,
            ConfigurationItemField = connection.ConfigurationItemField,
            ServiceField = connection.ServiceField,
            StatusNames = Statuses(connection.Statuses),
            VipField = connection.VipField,
            ResolutionCodeField = connection.ResolutionCodeField,
            ResolutionNotesField = connection.ResolutionNotesField,

            // A repeat waits for options.Settle; by then the request of an earlier try must be over.
            RequestTimeout = options.Settle * 0.7,
            FeedLag = connection.FeedLag,
        };
        if (tracker.Check() is [var wrong, ..]) throw new FormatException(wrong);
        var http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        var webhook = new RequestTrackerWebhook(tracker);
        return new ConnectedDesk(
            connection,
            new RequestTrackerDesk(tracker, http, clock),
            new RequestTrackerFeed(tracker, http, clock),
            new RequestTrackerResolutions(tracker, http, clock),
            call => webhook.Read(call.Headers, call.Body, clock.GetUtcNow()),
            [tracker.MarkerField, tracker.ConfidenceField]);
    }

    /// <summary>What every desk has, and what this one has beside it or means otherwise.</summary>
    private static Dictionary<string, TicketStatus> Statuses(IReadOnlyDictionary<string, TicketStatus> own)
    {
        var all = new Dictionary<string, TicketStatus>(RequestTrackerOptions.DefaultStatusNames, StringComparer.Ordinal);
        foreach (var (name, means) in own) all[name] = means;
        return all;
    }

    public static TableStorageOptions Tables(StoreConfiguration store) => store.ConnectionString is { } text
        ? TableStorageOptions.FromConnectionString(text)
        : new TableStorageOptions
        {
            Tables = store.Tables ?? throw new FormatException("store.tables: is missing"),
            Blobs = store.Blobs ?? throw new FormatException("store.blobs: is missing"),
            Credential = Identity(store),
        };

    public static ServiceBusOptions Bus(StoreConfiguration store)
    {
        var options = store.ServiceBusConnectionString is { } text
            ? ServiceBusOptions.FromConnectionString(text)
            : new ServiceBusOptions
            {
                Namespace = store.ServiceBus ?? throw new FormatException("store.serviceBus: is missing"),
                Credential = Identity(store),
            };
        if (options is null) throw new FormatException("store.serviceBusConnectionString: a part is missing");
        return options.Check() is { } wrong ? throw new FormatException(wrong) : options;
    }

    private static ManagedIdentityCredential Identity(StoreConfiguration store) => new ManagedIdentityCredential(
        store.Identity is { } client
            ? ManagedIdentityId.FromUserAssignedClientId(client)
            : ManagedIdentityId.SystemAssigned);
}
