using ItsmAi.Desk.Changes;

namespace ItsmAi.Changes.Paths;

/// <summary>How risky a change is, 0 to 100, and what it is made of.</summary>
public sealed record RiskScore(int Points, ChangeRisk Risk, IReadOnlyList<string> Because);
