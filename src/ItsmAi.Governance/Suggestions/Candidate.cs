namespace ItsmAi.Governance.Suggestions;

/// <summary>One label that the classifier considered, with its calibrated probability.</summary>
public sealed record Candidate(string Label, double Probability);
