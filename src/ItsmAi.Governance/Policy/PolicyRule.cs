using ItsmAi.Desk.People;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Policy;

/// <summary>One line of the policy: for these actions, classes and teams, under these conditions, this level.</summary>
/// <param name="Action">Null: any action.</param>
/// <param name="Classes">Empty: any class.</param>
/// <param name="Teams">Empty: any team, or none.</param>
public sealed record PolicyRule(
    string Name,
    ActionKind? Action,
    IReadOnlyList<string> Classes,
    IReadOnlyList<Team> Teams,
    PolicyConditions When,
    AutonomyLevel Level,
    string Because)
{
    public bool Matches(PolicyFacts facts) =>
        Speaks(facts.Action)
        && (Classes.Count == 0 || Classes.Contains(facts.Class, StringComparer.Ordinal))
        && (Teams.Count == 0 || (facts.Team is { } team && Teams.Contains(team)))
        && When.Hold(facts);

    /// <summary>A rule for any action speaks of no act that takes a rule of its own.</summary>
    public bool Speaks(ActionKind? of) => Action is { } named ? named == of : of is not { } any || !any.IsRuled();
}
