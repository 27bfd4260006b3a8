using System.Diagnostics.CodeAnalysis;
using Azure.Identity;
using ItsmAi.Connectors.Anchors;
using ItsmAi.Connectors.Sqlite;
using ItsmAi.Connectors.Policies;
using ItsmAi.Connectors.RequestTracker;
using ItsmAi.Connectors.ServiceBus;
using ItsmAi.Connectors.TableStorage;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Receipts.Anchors;
using ItsmAi.Hosting.Access;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Configuration;
using ItsmAi.Hosting.Pages;
using ItsmAi.Hosting.Reactions;
using ItsmAi.Hosting.Standalone;
using ItsmAi.Hosting.Triggers;

namespace ItsmAi.Hosting;

/// <summary>Every <c>new</c> of the application, by hand, in reading order.</summary>
[SuppressMessage("Reliability", "CA2000", Justification = "What is made here lives as long as the process.")]
public static class Composition
{
    /// <summary>
    /// Under the Functions host: the file that <c>ITSMAI_CONFIG</c> names says where stores and desks are.
    /// </summary>
    public static async Task<House> ForFunctions(TextWriter log, TimeProvider clock, CancellationToken stop)
    {
        var path = Environment.GetEnvironmentVariable("ITSMAI_CONFIG") ?? "itsmai.yaml";
        var settings = ConfigurationFile.Read(path, Environment.GetEnvironmentVariable);
        if (settings.Store is not { } store)
        {
            throw new FormatException("store: is missing; under the Functions host records need Table Storage");
        }

        var records = new TableRecordStore(Tables(store), clock);
        var sender = new ServiceBusSender(Bus(store), new HttpClient(), clock);
        var intake = new ServiceBusIntake(records, sender);
        var letters = new StoredDeadLetters(records, sender, clock);
        var anchors = new BlobAnchors(Tables(store), store.Anchors, clock);
        var house = await Of(settings, new Stores(records, intake, intake, letters, anchors), log, clock, stop);
        return house with { TicketHandled = new Patience(house.TicketHandled, clock).Handle };
    }

    /// <summary>Alone, on one folder.</summary>
    public static Task<House> Alone(
        DataFolder data, ItsmAiConfiguration settings, TextWriter log, TimeProvider clock, CancellationToken stop) =>
        Of(settings, new Stores(data.Records, data.Queue, null, data.Queue, Anchors(data, settings)), log, clock, stop);

    /// <summary>The pages for people with a token.</summary>
    public static WebReaction Pages(DataFolder data, ItsmAiConfiguration settings, TimeProvider clock)
    {
        var desks = settings.Connections.ToDictionary(connection => connection.Name, connection => connection.Url);
        var stopSwitch = new StopSwitch(data.Records, new ReceiptChain(data.Records), clock);
        var pages = new DecisionPages(
            data.Records,
            stopSwitch,
            ticket => desks.TryGetValue(ticket.Connection, out var url)
                ? new Uri(url, $"Ticket/Display.html?id={Uri.EscapeDataString(ticket.Number)}")
                : null,
            clock,
            Anchors(data, settings));
        return new GuardedPages(pages.Answer, new Admit(new AccessTokens(data.Records, clock))).Answer;
    }

    public static FolderAnchors Anchors(DataFolder data, ItsmAiConfiguration settings) =>
        new(settings.AnchorsPath ?? data.AnchorsPath);

    /// <summary>
    /// A desk that is down for some minutes must not cost a message, so it is tried for a quarter of an hour.
    /// </summary>
    public static QueueOptions QueueOf(ItsmAiConfiguration settings) => new() { Lease = settings.Lease, MostAttempts = 20 };

    /// <summary>The application over its stores.</summary>
    public static async Task<House> Of(
        ItsmAiConfiguration settings, Stores stores, TextWriter log, TimeProvider clock, CancellationToken stop)
    {
        var policy = PolicyOf(settings);
        var options = new CarryOutOptions { Site = settings.Site, Settle = settings.Settle };
        if (options.Check() is { } wrong) throw new FormatException(wrong);
        var desks = settings.Connections.ToDictionary(
            connection => connection.Name.Value, connection => Connect(connection, options, clock), StringComparer.Ordinal);
        var obligations = new ObligationBook(stores.Records, clock);
        var model = await TriageModel.Load(settings.ModelPath, stores.Records, obligations, policy, log, clock, stop);

        var receipts = new ReceiptChain(stores.Records);
        var trails = new TicketTrails(stores.Records);
        var carryOut = new CarryOut(
            receipts, name => desks[name.Value].Desk, trails, obligations,
            new StopSwitch(stores.Records, receipts, clock), () => policy, clock, options);
        var answers = new AnswerDecision(receipts, carryOut, obligations, clock, options.Self);
        var outcomes = new SeeOutcome(receipts, trails, obligations, clock);
        var decisions = new DecisionsAsked(
            new DecisionBook(stores.Records), stores.Intake, new Admit(new AccessTokens(stores.Records, clock)), clock);
        return new House
        {
            TicketReceived = new TicketReceived(desks, stores.Intake).Answer,
            TicketHandled = new TicketHandled(desks, model, carryOut, answers, outcomes, trails).Handle,
            DecisionsListed = decisions.List,
            DecisionShown = decisions.Show,
            DecisionAnswered = decisions.Take,
            HealthAsked = new HealthAsked(stores.Records, settings, policy).Answer,
            DesksReconciled = new DesksReconciled(desks, stores.Intake, stores.Records).Tick,
            UnsentResent = new LooseEnds(stores.Unsent, stores.Letters, obligations, () => policy).Tick,
            ReceiptsVerified = new ReceiptsVerified(stores.Records, stores.Anchors, obligations, () => policy, clock).Tick,
            ReceiptsAnchored = new ReceiptsAnchored(
                new AnchorReceipts(stores.Records, stores.Anchors, clock), obligations, () => policy, clock).Tick,
            DeadLetters = stores.Letters,
        };
    }

    private static PolicyDocument PolicyOf(ItsmAiConfiguration settings)
    {
        var (policy, problem) = PolicyFile.Read(settings.Policy);
        return policy ?? throw new FormatException($"policy: {problem}");
    }

    private static ConnectedDesk Connect(ConnectionConfiguration connection, CarryOutOptions options, TimeProvider clock)
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
            VipField = connection.VipField,

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
            call => webhook.Read(call.Headers, call.Body, clock.GetUtcNow()),
            [tracker.MarkerField, tracker.ConfidenceField]);
    }

    private static TableStorageOptions Tables(StoreConfiguration store) => store.ConnectionString is { } text
        ? TableStorageOptions.FromConnectionString(text)
        : new TableStorageOptions
        {
            Tables = store.Tables ?? throw new FormatException("store.tables: is missing"),
            Blobs = store.Blobs ?? throw new FormatException("store.blobs: is missing"),
            Credential = Identity(store),
        };

    private static ServiceBusOptions Bus(StoreConfiguration store)
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
