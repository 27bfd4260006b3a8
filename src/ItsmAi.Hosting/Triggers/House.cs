using ItsmAi.Desk.Events;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Triggers;

/// <summary>The composed application: what each trigger calls, and where what nobody can handle is kept.</summary>
public sealed record House
{
    public required WebReaction TicketReceived { get; init; }

    public required QueueReaction TicketHandled { get; init; }

    public required WebReaction AlertReceived { get; init; }

    public required WebReaction SignalsReceived { get; init; }

    public required TimerReaction IncidentsTended { get; init; }

    public required TimerReaction ChangesTended { get; init; }

    public required TimerReaction ClosuresTended { get; init; }

    public required WebReaction ChangesListed { get; init; }

    public required WebReaction ChangeStepped { get; init; }

    public required WebReaction DecisionsListed { get; init; }

    public required WebReaction DecisionShown { get; init; }

    public required WebReaction DecisionAnswered { get; init; }

    public required WebReaction PoliciesListed { get; init; }

    public required WebReaction PolicyProposed { get; init; }

    public required WebReaction PolicyApproved { get; init; }

    public required WebReaction AutonomyListed { get; init; }

    public required WebReaction PromotionAnswered { get; init; }

    public required WebReaction BrakesFlipped { get; init; }

    public required WebReaction AppealShown { get; init; }

    public required WebReaction AppealTaken { get; init; }

    public required WebReaction HealthAsked { get; init; }

    public required TimerReaction DesksReconciled { get; init; }

    public required TimerReaction UnsentResent { get; init; }

    public required TimerReaction ReceiptsVerified { get; init; }

    public required TimerReaction BrakesWatched { get; init; }

    public required TimerReaction AutonomySwept { get; init; }

    public required TimerReaction TaxonomySwept { get; init; }

    public required WebReaction ObligationsListed { get; init; }

    public required WebReaction ObligationEnded { get; init; }

    public required TimerReaction ObligationsSwept { get; init; }

    public required TimerReaction NoticesSent { get; init; }

    public required TimerReaction ReceiptsAnchored { get; init; }

    /// <summary>What has been earned, for the page that shows it.</summary>
    public required Func<CancellationToken, Task<IReadOnlyList<Standing>>> Earned { get; init; }

    public required IDeadLetters DeadLetters { get; init; }
}
