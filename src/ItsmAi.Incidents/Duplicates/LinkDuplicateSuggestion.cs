using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Incidents.Duplicates;

/// <summary>Say on a ticket what it is a duplicate of, or that it is one no longer.</summary>
public sealed record LinkDuplicateSuggestion : Suggestion
{
    public override ActionKind Action => ActionKind.LinkDuplicate;
}
