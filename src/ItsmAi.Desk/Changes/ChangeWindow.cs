namespace ItsmAi.Desk.Changes;

/// <summary>
/// A time of the week in which a change may be made, by the clock of the team. Where <paramref name="To"/> is not after
/// <paramref name="From"/>, it goes on past midnight into the next day.
/// </summary>
public sealed record ChangeWindow(IReadOnlyList<DayOfWeek> Days, TimeSpan From, TimeSpan To);
