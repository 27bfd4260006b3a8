using ItsmAi.Desk.People;

namespace ItsmAi.Changes.Standing;

/// <summary>A suspended model may be used again: what happened before no longer counts against it.</summary>
/// <param name="Model">The model's id, of any version.</param>
public sealed record Reinstatement(string Model, Person ApprovedBy, DateTimeOffset At, IReadOnlyList<string> Reviewed);
