using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Incidents.Asking;

/// <summary>Ask the requester for what is missing, as one internal note for the analyst to send on.</summary>
public sealed record QuestionSuggestion : Suggestion
{
    public override ActionKind Action => ActionKind.Ask;
}
