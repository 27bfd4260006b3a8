namespace ItsmAi.Hosting.Trials;

/// <summary>What a trial went through.</summary>
/// <param name="Observed">Tickets that a team was suggested for, and that are measured now.</param>
/// <param name="Abstained">Tickets that no team was suggested for.</param>
/// <param name="Learned">Tickets that the model was trained on; they are left out.</param>
public sealed record TrialTally(int Observed, int Abstained, int Learned);
