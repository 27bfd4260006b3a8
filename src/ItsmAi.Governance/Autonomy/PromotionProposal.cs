using ItsmAi.Governance.Outcomes;

namespace ItsmAi.Governance.Autonomy;

/// <summary>One rung more, with the evidence that bears it; it waits for a person.</summary>
/// <param name="Id">The decision id that its receipts share.</param>
/// <param name="Evidence">The decisions that were counted.</param>
public sealed record PromotionProposal(
    string Id, AutonomyLevel From, AutonomyLevel To, MeasuredShare Measured, IReadOnlyList<string> Evidence, DateTimeOffset At);
