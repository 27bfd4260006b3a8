using ItsmAi.Desk.Tickets;

namespace ItsmAi.Incidents.Prioritising;

/// <summary>The impact and urgency that were predicted, and the priority that the matrix gives for them.</summary>
public sealed record PrioritySuggestion(Impact Impact, Urgency Urgency, Priority Priority)
{
    public override string ToString() =>
        $"priority {Priority} (impact {Impact.ToString().ToLowerInvariant()} × urgency {Urgency.ToString().ToLowerInvariant()})";
}
