using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Policy;

/// <summary>
/// All that the policy gets to see of a suggestion: closed labels, numbers and flags, and no text that anybody wrote.
/// </summary>
/// <param name="Team">The team that the suggestion would hand the ticket to; null where it would not.</param>
/// <param name="Priority">The priority that the ticket would have; null where it has none.</param>
public sealed record PolicyFacts(
    ActionKind Action,
    string Class,
    Team? Team,
    Confidence Confidence,
    int Completeness,
    bool IsVip,
    Priority? Priority)
{
    public static PolicyFacts Of(Suggestion suggestion) => new(
        suggestion.Action,
        suggestion.Class,
        suggestion.Change.Team,
        suggestion.Confidence,
        suggestion.Completeness,
        suggestion.IsVip,
        suggestion.Change.Priority ?? suggestion.Basis.Priority);
}
