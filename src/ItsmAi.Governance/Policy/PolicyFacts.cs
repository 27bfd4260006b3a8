using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Receipts;
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
    /// <summary>Every name that rules may know the class by; where nothing else is said, the class alone.</summary>
    public IReadOnlyList<string> ClassNames
    {
        get => field ?? [Class];
        init;
    }

    public static PolicyFacts Of(Suggestion suggestion) => new(
        suggestion.Action,
        suggestion.Class,
        suggestion.Change.Team,
        suggestion.Confidence,
        suggestion.Completeness,
        suggestion.IsVip,
        suggestion.Change.Priority ?? suggestion.Basis.Priority)
    {
        ClassNames = suggestion.ClassNames ?? [suggestion.Class],
    };

    /// <summary>The same facts as the receipt of the decision keeps them.</summary>
    /// <exception cref="ArgumentException">The receipt is not that of a decision.</exception>
    public static PolicyFacts Of(Receipt decided)
    {
        if (decided is not { Action: { } action, Class: { } name, Confidence: { } confidence })
        {
            throw new ArgumentException($"receipt: {decided.Id} holds no facts that were decided on", nameof(decided));
        }

        return new PolicyFacts(
            action,
            name,
            decided.Change?.Team,
            Confidence.Of(confidence),
            decided.Completeness ?? 0,
            decided.Vip ?? false,
            decided.Change?.Priority ?? decided.Before?.Priority)
        {
            ClassNames = decided.ClassNames ?? [name],
        };
    }
}
