namespace ItsmAi.Changes.Ledger;

/// <summary>What the measured series said about the predicted condition at one time.</summary>
/// <param name="Id">Where it can be looked up again: the forecast or the measurement.</param>
public sealed record ConditionEvidence(string Id, DateTimeOffset MeasuredAt, Condition Condition, string Says);
