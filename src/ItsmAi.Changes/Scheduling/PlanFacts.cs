using ItsmAi.Changes.Paths;
using ItsmAi.Changes.Standing;
using ItsmAi.Desk.Changes;

namespace ItsmAi.Changes.Scheduling;

/// <summary>What a plan is made from.</summary>
/// <param name="Model">Null where no model prevents the condition.</param>
/// <param name="Steps">What would be done; other steps than the model's are another change.</param>
public sealed record PlanFacts(
    ScheduleRequest Request, ChangeModel? Model, ModelStanding Standing, IReadOnlyList<string> Steps, RiskScore Risk);
