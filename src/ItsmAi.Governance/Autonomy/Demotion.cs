using ItsmAi.Governance.Outcomes;

namespace ItsmAi.Governance.Autonomy;

/// <summary>Why autonomy is lost now, and the decisions that say so.</summary>
public sealed record Demotion(string Because, MeasuredShare? Measured, IReadOnlyList<string> Evidence);
