namespace ItsmAi.Incidents.Correlating;

/// <summary>How strongly two groups seem to have one cause, and the sentence that says why.</summary>
internal sealed record Kinship(double Score, string Because);
