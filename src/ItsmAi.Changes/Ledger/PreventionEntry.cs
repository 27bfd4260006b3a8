namespace ItsmAi.Changes.Ledger;

/// <summary>One line of the lead-time ledger.</summary>
/// <param name="Evidence">What the outcome rests on; empty where it is open or unverified.</param>
public sealed record PreventionEntry(
    LeadTimes Times, LatencySplit Split, PreventionOutcome Outcome, IReadOnlyList<string> Evidence, string Says);
