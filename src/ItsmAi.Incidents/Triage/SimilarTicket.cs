namespace ItsmAi.Incidents.Triage;

/// <summary>A resolved ticket that reads alike.</summary>
/// <param name="Number">The desk's number.</param>
/// <param name="Category">What it turned out to be.</param>
/// <param name="Similarity">Cosine, 0 to 1.</param>
public sealed record SimilarTicket(string Number, string Category, double Similarity);
