namespace ItsmAi.Governance.Outcomes;

/// <summary>One thing that reality said about a decision, told once however often it is delivered.</summary>
/// <param name="Event">The event that brought it: what makes it the same when it comes again.</param>
/// <param name="At">When it happened by the source's clock, which orders it whenever it comes.</param>
/// <param name="Field">What a person set: <c>team</c> or <c>category</c>; null where no field is meant.</param>
/// <param name="To">The team or label that it was set to, or the team that resolved.</param>
/// <param name="By">A digest of the account, enough to tell one person from several.</param>
public sealed record Observation(string Event, OutcomeKind Kind, DateTimeOffset At, string? Field, string? To, string By);
