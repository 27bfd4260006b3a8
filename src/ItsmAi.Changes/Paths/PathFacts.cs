using ItsmAi.Desk.Changes;

namespace ItsmAi.Changes.Paths;

/// <summary>What the choice of a path looks at, and nothing else.</summary>
public sealed record PathFacts(
    ChangeRisk Risk, ModelFit Fit, bool IsPreAuthorised, bool IsSuspended, TimeLeft TimeLeft);
