using ItsmAi.Desk.Events;
using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Triggers;

/// <summary>The composed application: what each trigger calls, and where what nobody can handle is kept.</summary>
public sealed record House
{
    public required WebReaction TicketReceived { get; init; }

    public required QueueReaction TicketHandled { get; init; }

    public required WebReaction DecisionsListed { get; init; }

    public required WebReaction DecisionShown { get; init; }

    public required WebReaction DecisionAnswered { get; init; }

    public required WebReaction HealthAsked { get; init; }

    public required TimerReaction DesksReconciled { get; init; }

    public required TimerReaction UnsentResent { get; init; }

    public required TimerReaction ReceiptsVerified { get; init; }

    public required TimerReaction ReceiptsAnchored { get; init; }

    public required IDeadLetters DeadLetters { get; init; }
}
