using System.Diagnostics.CodeAnalysis;
using Azure.Identity;
using ItsmAi.Connectors.Sqlite;
using ItsmAi.Connectors.Policies;
using ItsmAi.Connectors.RequestTracker;
using ItsmAi.Connectors.ServiceBus;
using ItsmAi.Connectors.TableStorage;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Actions.Drills;
using ItsmAi.Governance.Appeals;
using ItsmAi.Governance.Classes;
using ItsmAi.Governance.Duties;
using ItsmAi.Governance.Duties.Reviewing;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Policy.Keeping;
using ItsmAi.Governance.Receipts;
using ItsmAi.Hosting.Access;
using ItsmAi.Hosting.Access.SignIn;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Configuration;
using ItsmAi.Hosting.Pages;
using ItsmAi.Hosting.Reactions;
using ItsmAi.Hosting.Reactions.Appeals;
using ItsmAi.Hosting.Reactions.Brakes;
using ItsmAi.Hosting.Standalone;
using ItsmAi.Hosting.Triggers;
using ItsmAi.Incidents.Asking;
using ItsmAi.Incidents.Routing;

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
        settings = settings with { SignIn = PlatformSignIn.From(Environment.GetEnvironmentVariable, settings.Site) };
        var house = await Of(settings, new Stores(records, intake, intake, letters), log, clock, stop);
        return house with { TicketHandled = new Patience(house.TicketHandled, clock).Handle };
    }

    /// <summary>Alone, on one folder.</summary>
    public static Task<House> Alone(
        DataFolder data, ItsmAiConfiguration settings, TextWriter log, TimeProvider clock, CancellationToken stop) =>
        Of(settings, new Stores(data.Records, data.Queue, null, data.Queue), log, clock, stop);

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
            clock);
        return new GuardedPages(
            pages.Answer, new Admit(new AccessTokens(data.Records, clock)), new Reviewers(data.Records), clock).Answer;
    }

    /// <summary>
    /// A desk that is down for some minutes must not cost a message, so it is tried for a quarter of an hour.
    /// </summary>
    public static QueueOptions QueueOf(ItsmAiConfiguration settings) => new() { Lease = settings.Lease, MostAttempts = 20 };

    /// <summary>Classes that no model names: triage itself gives them.</summary>
    internal static readonly string[] ClassesOfTriage = [AskForFacts.Incomplete, RoutingSuggestion.UnknownTopic];

    /// <summary>The application over its stores.</summary>
    public static async Task<House> Of(
        ItsmAiConfiguration settings, Stores stores, TextWriter log, TimeProvider clock, CancellationToken stop)
    {
        var configured = PolicyOf(settings);
        var appeals = await AppealSecret.In(stores.Records, stop);
        var options = new CarryOutOptions { Site = settings.Site, Settle = settings.Settle, Appeals = appeals };
        if (options.Check() is { } wrong) throw new FormatException(wrong);
        var desks = settings.Connections.ToDictionary(
            connection => connection.Name.Value, connection => Connect(connection, options, clock), StringComparer.Ordinal);
        var obligations = new ObligationBook(stores.Records, clock);
        var receipts = new ReceiptChain(stores.Records);
        var policies = Policies(settings, stores, receipts, obligations, options, clock);
        var policy = await PolicyAtStart.Begin(policies, configured, settings, obligations, log, clock, stop);
        var under = new UnderActivePolicy(policy);
        var model = await TriageModel.Load(settings.ModelPath, stores.Records, obligations, policy.Current, log, clock, stop);

        var trails = new TicketTrails(stores.Records);
        var stopSwitch = new StopSwitch(stores.Records, receipts, clock);
        Person[] ai = [options.Self, .. settings.Connections.Select(connection => connection.Account)];
        var duties = new DutyBook(stores.Records, clock);
        await duties.Keep(ai, policy.Current, stop);
        var separation = new SegregationOfDuties(ai);
        var ladder = new Ladder(stores.Records, receipts, obligations, () => policy.Current, separation, options.Self, clock);
        // A model that is missing for a while makes no class unknown.
        if (model != LoadedModel.None || (await ladder.Taxonomy.Read(stop)).Model is null)
            await ladder.Taxonomy.Activate(model.Version, [.. model.Labels, .. ClassesOfTriage], options.Self, stop);
        var breaker = new Breaker(stores.Records, receipts, obligations, options.Self, clock);
        var gates = new StandingGates(trails, stopSwitch, ladder.Autonomy, breaker, clock);
        var carryOut = new CarryOut(
            receipts, name => desks[name.Value].Desk, trails, obligations, stopSwitch, gates, ladder.Autonomy, () => policy.Current,
            clock, options);
        var reviewers = new Reviewers(stores.Records);
        var rules = new AnswerRules(
            separation, () => policy.Current,
            (ticket, token) => desks[ticket.Connection.Value].Desk.Read(ticket, token));
        var answers = new AnswerDecision(receipts, carryOut, obligations, ladder.Outcomes, reviewers, rules, clock);
        var drill = new StopDrill(
            stores.Records, stopSwitch, receipts, obligations,
            token => stores.Letters.List(token).CountAsync(token).AsTask(), clock);
        var outcomes = new SeeOutcome(receipts, trails, obligations, ladder.Outcomes);
        var admit = new Admit(new AccessTokens(stores.Records, clock), settings.SignIn);
        var book = new DecisionBook(stores.Records);
        var decisions = new DecisionsAsked(book, stores.Intake, admit, reviewers, clock);
        var disputes = new AppealsAsked(book, stores.Intake, appeals, clock);
        var asked = new PoliciesAsked(policies, admit);
        var standings = new Standings(ladder.Records, ladder.Taxonomy, () => policy.Current, clock);
        var autonomy = new AutonomyAsked(standings, ladder.Promotions, admit);
        var swept = new AutonomySwept(
            ladder.Promotions,
            new WatchCalibration(ladder.Records, ladder.Taxonomy, ladder.Demote, () => policy.Current, options.Self),
            new WatchTaxonomy(book, ladder.Taxonomy, obligations, () => policy.Current, clock));
        return new House
        {
            TicketReceived = new TicketReceived(desks, stores.Intake).Answer,
            TicketHandled = under.Before(new TicketHandled(desks, model.Predict, carryOut, answers, outcomes, trails).Handle),
            DecisionsListed = decisions.List,
            DecisionShown = decisions.Show,
            DecisionAnswered = decisions.Take,
            PoliciesListed = asked.List,
            PolicyProposed = asked.Propose,
            PolicyApproved = asked.Approve,
            AutonomyListed = autonomy.List,
            PromotionAnswered = autonomy.Answer,
            BrakesFlipped = new BrakesAsked(stopSwitch, drill, admit).Flip,
            AppealShown = disputes.Show,
            AppealTaken = disputes.Take,
            HealthAsked = new HealthAsked(settings, policy).Answer,
            DesksReconciled = under.Before(new DesksReconciled(desks, stores.Intake, stores.Records).Tick),
            UnsentResent = under.Before(new LooseEnds(stores.Unsent, stores.Letters, obligations, () => policy.Current).Tick),
            ReceiptsVerified = under.Before(new ReceiptsVerified(stores.Records, obligations, () => policy.Current, clock).Tick),
            BrakesWatched = under.Before(new BrakesWatched(drill, duties, ai, () => policy.Current).Tick),
            AutonomySwept = under.Before(swept.Tick),
            TaxonomySwept = under.Before(swept.TickDaily),
            DeadLetters = stores.Letters,
        };
    }

    private static PolicyDocument PolicyOf(ItsmAiConfiguration settings)
    {
        var (policy, problem) = PolicyFile.Read(settings.Policy);
        return policy ?? throw new FormatException($"policy: {problem}");
    }

    private static PolicyBook Policies(
        ItsmAiConfiguration settings,
        Stores stores,
        ReceiptChain receipts,
        ObligationBook obligations,
        CarryOutOptions options,
        TimeProvider clock) => new(
            stores.Records,
            receipts,
            obligations,
            PolicyFile.Read,
            person => person == options.Self || settings.Connections.Any(connection => connection.Account == person),
            clock);

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
