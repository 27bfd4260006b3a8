using ItsmAi.Desk.Changes;

namespace ItsmAi.Changes.Catalogue;

/// <summary>The change model for a predicted failure, and why it is that one.</summary>
/// <param name="Model">Null where no model prevents the condition.</param>
/// <param name="OutOfScope">Where the model does not reach: class or service. Empty: it is in scope so far.</param>
public sealed record ModelMatch(ChangeModel? Model, IReadOnlyList<string> OutOfScope, IReadOnlyList<string> Because)
{
    public bool IsInScope => Model is not null && OutOfScope.Count == 0;
}
