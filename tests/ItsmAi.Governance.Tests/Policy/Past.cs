using ItsmAi.Desk.People;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Tests.Policy;

/// <summary>Receipts of decisions long made, and of what became of them.</summary>
internal static class Past
{
    /// <summary>A routing of class vpn that was only suggested.</summary>
    public static Receipt Decided(string number) =>
        Decided(Some.Suggestion(number: number), Some.Policy(AutonomyLevel.Suggest), []);

    public static Receipt Decided(Suggestion suggestion, PolicyDocument policy, IReadOnlyList<Gate> gates)
    {
        var answer = Decide.On(PolicyFacts.Of(suggestion), policy, gates);
        var decision = ReceiptAddress.DecisionOn(suggestion.Subject.Key, "Route", suggestion.Occasion);
        return ReceiptOf.Decision(
            suggestion, answer, decision, Some.Event(), policy.Version, new Person("itsmai"), Some.Time);
    }

    public static Receipt Outcome(Receipt decided, OutcomeKind kind) =>
        ReceiptOf.Outcome(decided, new Word(kind, Some.Event(id: $"{decided.Decision}/{kind}")), "a test", Some.Time);
}
