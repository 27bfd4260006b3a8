using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Changes.Raising;

/// <summary>Open the record of a preventive change.</summary>
public sealed record RaiseChangeSuggestion : Suggestion
{
    public override ActionKind Action => ActionKind.RaiseChange;
}
