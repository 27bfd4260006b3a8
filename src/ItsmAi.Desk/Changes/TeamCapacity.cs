using ItsmAi.Desk.People;

namespace ItsmAi.Desk.Changes;

/// <summary>How many changes a team makes in an ISO week of its own time zone.</summary>
public sealed record TeamCapacity(Team Team, int PerWeek, TimeZoneInfo Zone)
{
    /// <summary>
    /// How many of them may be proposed by AI under a share: the share rounded down, but one where the team makes any
    /// change at all, since a small team's predictions would else never be acted on.
    /// </summary>
    public int AiPerWeek(double share) => PerWeek <= 0 ? 0 : Math.Max(1, (int)Math.Floor(PerWeek * Math.Clamp(share, 0, 1)));
}
