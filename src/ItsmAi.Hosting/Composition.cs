using System.Diagnostics.CodeAnalysis;
using ItsmAi.Connectors.Anchors;
using ItsmAi.Connectors.Sqlite;
using ItsmAi.Connectors.ServiceBus;
using ItsmAi.Connectors.TableStorage;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Actions.Drills;
using ItsmAi.Governance.Classes;
using ItsmAi.Governance.Duties.Reviewing;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Receipts.Anchors;
using ItsmAi.Hosting.Access;
using ItsmAi.Hosting.Access.SignIn;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Configuration;
using ItsmAi.Hosting.Pages;
using ItsmAi.Hosting.Reactions;
using ItsmAi.Hosting.Reactions.Alerts;
using ItsmAi.Hosting.Reactions.Appeals;
using ItsmAi.Hosting.Reactions.Brakes;
using ItsmAi.Hosting.Reactions.Duplicates;
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
        var settings = ConfigurationFile.Read(path, Environment.GetEnvironmentVariable, clock.GetUtcNow());
        if (settings.Store is not { } store)
        {
            throw new FormatException("store: is missing; under the Functions host records need Table Storage");
        }

        var records = new TableRecordStore(Connecting.Tables(store), clock);
        var sender = new ServiceBusSender(Connecting.Bus(store), new HttpClient(), clock);
        var intake = new ServiceBusIntake(records, sender);
        var letters = new StoredDeadLetters(records, sender, clock);
        settings = settings with { SignIn = PlatformSignIn.From(Environment.GetEnvironmentVariable, settings.Site) };
        var anchors = new BlobAnchors(Connecting.Tables(store), store.Anchors, clock);
        var house = await Of(settings, new Stores(records, intake, intake, letters, anchors), log, clock, stop);
        return house with { TicketHandled = new Patience(house.TicketHandled, clock).Handle };
    }

    /// <summary>Alone, on one folder.</summary>
    public static Task<House> Alone(
        DataFolder data, ItsmAiConfiguration settings, TextWriter log, TimeProvider clock, CancellationToken stop) =>
        Of(settings, new Stores(data.Records, data.Queue, null, data.Queue, Anchors(data, settings)), log, clock, stop);

    /// <summary>The pages for people with a token.</summary>
    public static WebReaction Pages(House house, DataFolder data, ItsmAiConfiguration settings, TimeProvider clock)
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
        var admit = new Admit(new AccessTokens(data.Records, clock));
        var book = new ObligationBook(data.Records, new ReceiptChain(data.Records), clock);
        var earned = new AutonomyPages(house.Earned, pages.Answer);
        return new GuardedPages(
            new InboxPages(book, admit, earned.Answer, clock).Answer, admit, new Reviewers(data.Records), clock).Answer;
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
        var governing = await Governing.Over(settings, stores.Records, log, clock, stop);
        var (receipts, obligations, ladder) = (governing.Receipts, governing.Obligations, governing.Ladder);
        var policy = governing.Policy;
        var under = new UnderActivePolicy(governing.Active!, governing.SayWhoIsWho);
        var desks = settings.Connections.ToDictionary(
            connection => connection.Name.Value, connection => Connecting.Desk(connection, governing.Options, clock),
            StringComparer.Ordinal);
        var model = await TriageModel.Load(settings.ModelPath, stores.Records, obligations, policy(), log, clock, stop);
        await model.MakeKnown(ladder.Taxonomy, governing.Options.Self, stop);

        var carryOut = new CarryOut(
            receipts, name => desks[name.Value].Desk, governing.Trails, obligations, governing.StopSwitch, governing.Gates,
            ladder.Autonomy, policy, clock, governing.Options);
        var reviewers = new Reviewers(stores.Records);
        var rules = new AnswerRules(
            governing.Separation, policy, (ticket, token) => desks[ticket.Connection.Value].Desk.Read(ticket, token));
        var answers = new AnswerDecision(receipts, carryOut, obligations, ladder.Outcomes, reviewers, rules, clock);
        var outcomes = new SeeOutcome(receipts, governing.Trails, obligations, ladder.Outcomes);
        var drill = new StopDrill(
            stores.Records, governing.StopSwitch, receipts, obligations,
            token => stores.Letters.List(token).CountAsync(token).AsTask(), clock);

        var admit = new Admit(new AccessTokens(stores.Records, clock), settings.SignIn);
        var book = new DecisionBook(stores.Records);
        var decisions = new DecisionsAsked(book, stores.Intake, admit, reviewers, clock);
        var disputes = new AppealsAsked(book, stores.Intake, governing.Appeals, clock);
        var policies = new PoliciesAsked(governing.Policies, admit);
        var autonomy = new AutonomyAsked(governing.Standings, ladder.Promotions, admit);
        var owed = ObligationRoom.Of(settings, stores.Records, governing, admit, clock);
        var swept = new AutonomySwept(
            ladder.Promotions,
            new WatchCalibration(ladder.Records, ladder.Taxonomy, ladder.Demote, policy, governing.Options.Self),
            new WatchTaxonomy(book, ladder.Taxonomy, obligations, policy, clock));
        var duplicates = new TendDuplicates(new DuplicateBook(stores.Records), carryOut, receipts, name => desks[name.Value].Desk, clock);
        var alerts = AlertRoom.Of(settings, stores, governing, carryOut, duplicates.Link, name => desks[name.Value].Desk, clock);
        await ChangeRoom.SayProblems(settings, governing, log, clock, stop);
        var changes = ChangeRoom.Of(settings, stores, governing, carryOut, alerts, name => desks[name.Value].Desk, admit, clock);
        var closing = ClosureRoom.Of(settings, stores, governing, ladder.Outcomes, carryOut, alerts, duplicates, desks, clock);
        var tickets = new TicketHandled(
            desks, model.Predict, carryOut, answers, outcomes, governing.Trails, [closing.See, duplicates.See],
            [closing.SeeOwn, duplicates.See], duplicates.Answered);
        return new House
        {
            TicketReceived = new TicketReceived(desks, stores.Intake).Answer,
            TicketHandled = under.Before(new AlertHandled(alerts.Book, tickets.Handle).Handle),
            AlertReceived = alerts.Received.Answer,
            SignalsReceived = changes.Signals.Answer,
            IncidentsTended = under.Before(alerts.Tended.Tick),
            ChangesTended = under.Before(changes.Tended.Tick),
            ClosuresTended = under.Before(closing.Tended.Tick),
            ChangesListed = changes.Asked.List,
            ChangeStepped = changes.Asked.Step,
            DecisionsListed = decisions.List,
            DecisionShown = decisions.Show,
            DecisionAnswered = decisions.Take,
            PoliciesListed = policies.List,
            PolicyProposed = policies.Propose,
            PolicyApproved = policies.Approve,
            AutonomyListed = autonomy.List,
            PromotionAnswered = autonomy.Answer,
            BrakesFlipped = new BrakesAsked(governing.StopSwitch, drill, admit).Flip,
            AppealShown = disputes.Show,
            AppealTaken = disputes.Take,
            HealthAsked = new HealthAsked(settings, governing.Active!).Answer,
            DesksReconciled = under.Before(new DesksReconciled(desks, stores.Intake, stores.Records).Tick),
            UnsentResent = under.Before(new LooseEnds(stores.Unsent, stores.Letters, obligations, policy).Tick),
            ReceiptsVerified = under.Before(new ReceiptsVerified(stores.Records, stores.Anchors, obligations, policy, clock).Tick),
            ReceiptsAnchored = under.Before(
                new ReceiptsAnchored(new AnchorReceipts(stores.Records, stores.Anchors, clock), obligations, policy, clock).Tick),
            BrakesWatched = under.Before(new BrakesWatched(drill, governing.Duties, governing.Ai, policy).Tick),
            AutonomySwept = under.Before(swept.Tick),
            TaxonomySwept = under.Before(swept.TickDaily),
            ObligationsListed = owed.Asked.List,
            ObligationEnded = owed.Asked.End,
            ObligationsSwept = under.Before(owed.Swept.Tick),
            NoticesSent = under.Before(owed.Sent.Tick),
            Earned = async token => await governing.Standings.All(token).ToListAsync(token),
            DeadLetters = stores.Letters,
        };
    }
}
