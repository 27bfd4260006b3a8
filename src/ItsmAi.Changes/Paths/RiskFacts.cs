using ItsmAi.Changes.Catalogue;
using ItsmAi.Changes.Standing;
using ItsmAi.Desk.Changes;

namespace ItsmAi.Changes.Paths;

/// <summary>The evidence that a risk is scored from.</summary>
/// <param name="Model">The model's own risk; null where there is no model.</param>
/// <param name="History">What became of the model's changes so far.</param>
/// <param name="Collisions">Other changes on the item, or above it, at about the same time.</param>
public sealed record RiskFacts(ChangeRisk? Model, Criticality Criticality, IReadOnlyList<ChangeResult> History, int Collisions);
