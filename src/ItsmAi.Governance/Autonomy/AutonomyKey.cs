using ItsmAi.Desk.People;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Autonomy;

/// <summary>What autonomy is earned for: an action on a class, done for a team.</summary>
/// <param name="ClassId">The class by its stable id.</param>
/// <param name="Team">The team's name; <c>-</c> where the action hands the ticket to nobody.</param>
public sealed record AutonomyKey(ActionKind Action, string ClassId, string Team)
{
    // It stands in a key together with the class.
    private const int LongestTeam = 100;

    public static AutonomyKey Of(ActionKind action, string classId, Team? team) =>
        new(action, classId, team is { Name: var name } ? name[..Math.Min(LongestTeam, name.Length)] : "-");

    public override string ToString() => Team == "-" ? $"{Action} {ClassId}" : $"{Action} {ClassId} for {Team}";
}
