using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Incidents.Triage;

/// <summary>
/// What the classifiers say of one ticket: labels out of closed lists, with calibrated probabilities, most probable
/// first.
/// </summary>
public sealed record TriagePrediction
{
    public required IReadOnlyList<Candidate> Categories { get; init; }

    /// <summary>
    /// At or above it, a category is sure enough to be acted on; measured on tickets that training did not see.
    /// </summary>
    public required double Threshold { get; init; }

    /// <summary>Empty where history names no teams.</summary>
    public IReadOnlyList<Candidate> Teams { get; init; } = [];

    public IReadOnlyList<Candidate> Impacts { get; init; } = [];

    public IReadOnlyList<Candidate> Urgencies { get; init; } = [];

    /// <summary>The words of this ticket that spoke for the category, the weightiest first.</summary>
    public IReadOnlyList<string> WordsFor { get; init; } = [];

    /// <summary>Resolved tickets that read alike, the most similar first.</summary>
    public IReadOnlyList<SimilarTicket> Similar { get; init; } = [];

    public required Versions Versions { get; init; }
}
