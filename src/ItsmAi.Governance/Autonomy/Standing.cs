using ItsmAi.Governance.Outcomes;

namespace ItsmAi.Governance.Autonomy;

/// <summary>How one action, class and team stands, for people to read.</summary>
/// <param name="Measured">What counts for the next rung.</param>
/// <param name="Missing">Why there is no rung more to be had now; null where one is borne.</param>
/// <param name="Overridden">Decisions among those judged that people set otherwise.</param>
/// <param name="Bounces">How often tickets were handed on from where they had been placed.</param>
/// <param name="MinutesLost">What these placements cost, in minutes.</param>
public sealed record Standing(
    AutonomyKey Key,
    string Label,
    AutonomyLevel Level,
    MeasuredShare Measured,
    string? Missing,
    PromotionProposal? Proposal,
    MeasuredShare Overridden,
    int Bounces,
    double MinutesLost);
