namespace ItsmAi.Changes.Scheduling;

/// <summary>What the calendar leaves for a change, to the minute.</summary>
/// <param name="MustEndBy">The predicted failure less the margin.</param>
/// <param name="Nominal">The latest start that the deadline alone would leave.</param>
/// <param name="LatestSafe">The latest that freezes, windows and other changes on the item leave; null: none.</param>
/// <param name="LatestFree">The latest safe one at which the team has a place too; null: none.</param>
/// <param name="Rejected">Later times that were looked at, from the latest back, each with what stands against it.</param>
public sealed record SafeStart(
    DateTimeOffset MustEndBy,
    DateTimeOffset Nominal,
    DateTimeOffset? LatestSafe,
    DateTimeOffset? LatestFree,
    IReadOnlyList<RejectedStart> Rejected);
