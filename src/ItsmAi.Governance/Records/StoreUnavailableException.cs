namespace ItsmAi.Governance.Records;

/// <summary>
/// The store did not answer, or said that it cannot now: asking again later may help. Whether a write happened is
/// unknown.
/// </summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
