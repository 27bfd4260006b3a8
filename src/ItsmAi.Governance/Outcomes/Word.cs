using ItsmAi.Desk.Events;

namespace ItsmAi.Governance.Outcomes;

/// <summary>What an event says about a decision.</summary>
/// <param name="Field">What a person set: <c>team</c> or <c>category</c>; null where no field is meant.</param>
/// <param name="To">The team or label that it was set to, or the team that resolved.</param>
public sealed record Word(OutcomeKind Kind, Event Cause, string? Field = null, string? To = null);
