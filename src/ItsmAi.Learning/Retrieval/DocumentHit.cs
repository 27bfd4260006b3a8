namespace ItsmAi.Learning.Retrieval;

/// <summary>A document that was found.</summary>
/// <param name="Score">From above 0 to 1 within one question; it orders, and means nothing across questions.</param>
/// <param name="Cosine">How near the texts are, from above 0 to 1: the same measure for every question.</param>
/// <param name="Passage">The part of the body that answers best.</param>
/// <param name="Because">The words that weighed most, the heaviest first.</param>
public sealed record DocumentHit(string Id, double Score, double Cosine, Passage Passage, IReadOnlyList<TermShare> Because);
