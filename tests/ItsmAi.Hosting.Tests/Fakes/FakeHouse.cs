using System.Collections.Concurrent;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Triggers;

namespace ItsmAi.Hosting.Tests.Fakes;

/// <summary>An application that notes what it was asked and answers what it is told to.</summary>
internal sealed class FakeHouse
{
    public ConcurrentQueue<WebCall> Calls { get; } = new();

    public ConcurrentQueue<string> Messages { get; } = new();

    public ConcurrentQueue<DateTimeOffset> Ticks { get; } = new();

    public KeptLetters Letters { get; } = new();

    public QueueReaction OnMessage { get; set; } = (_, _) => Task.FromResult<Handling>(new Handling.Done());

    public TimerReaction OnTick { get; set; } = (_, _) => Task.FromResult<Handling>(new Handling.Done());

    public WebReaction OnCall { get; set; } = (call, _) =>
        Task.FromResult(WebAnswer.Text(202, string.Join(' ', call.RouteValues.Select(pair => $"{pair.Key}={pair.Value}"))));

    public House Build() => new()
    {
        TicketReceived = Call,
        AlertReceived = Call,
        SignalsReceived = Call,
        IncidentsTended = Tick,
        ChangesTended = Tick,
        ClosuresTended = Tick,
        ChangesListed = Call,
        ChangeStepped = Call,
        DecisionsListed = Call,
        DecisionShown = Call,
        DecisionAnswered = Call,
        PoliciesListed = Call,
        PolicyProposed = Call,
        PolicyApproved = Call,
        AutonomyListed = Call,
        PromotionAnswered = Call,
        BrakesFlipped = Call,
        AppealShown = Call,
        AppealTaken = Call,
        HealthAsked = Call,
        TicketHandled = (message, stop) =>
        {
            Messages.Enqueue(message);
            return OnMessage(message, stop);
        },
        DesksReconciled = Tick,
        UnsentResent = Tick,
        ReceiptsVerified = Tick,
        BrakesWatched = Tick,
        ObligationsListed = Call,
        ObligationEnded = Call,
        ObligationsSwept = Tick,
        NoticesSent = Tick,
        ReceiptsAnchored = Tick,
        AutonomySwept = Tick,
        TaxonomySwept = Tick,
        Earned = _ => Task.FromResult<IReadOnlyList<Standing>>([]),
        DeadLetters = Letters,
    };

    private Task<WebAnswer> Call(WebCall call, CancellationToken stop)
    {
        Calls.Enqueue(call);
        return OnCall(call, stop);
    }

    private Task<Handling> Tick(DateTimeOffset due, CancellationToken stop)
    {
        Ticks.Enqueue(due);
        return OnTick(due, stop);
    }
}
