using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Changes.Raising;

/// <summary>Bring a change's record to where the change stands.</summary>
public sealed record UpdateChangeSuggestion : Suggestion
{
    public override ActionKind Action => ActionKind.UpdateChange;
}
