namespace ItsmAi.Incidents.Duplicates;

/// <summary>A graph as it is written down, with what it still calls for at the desk.</summary>
/// <param name="Step">How many steps were taken; it makes each act an occasion of its own.</param>
/// <param name="Pending">What is to be told at the desk and was not yet, in order.</param>
public sealed record DuplicateRecord(
    long Step, IReadOnlyList<DuplicateLink> Links, IReadOnlyList<EndedRoot> Ended, IReadOnlyList<PendingMove> Pending);
