using ItsmAi.Desk.People;

namespace ItsmAi.Changes.Scheduling;

/// <summary>A change that has a time already. It counts in the week in which it starts.</summary>
/// <param name="RiskCost">What displacing it would risk, in one currency of the organisation's own.</param>
public sealed record BookedChange(
    string Id, string Item, Team Team, DateTimeOffset Start, DateTimeOffset End, bool IsAiProposed, double RiskCost)
{
    public bool Overlaps(DateTimeOffset start, DateTimeOffset end) => Start < end && start < End;
}
