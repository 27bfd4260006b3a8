namespace ItsmAi.Governance.Classes;

/// <summary>A bar that keeps a class from automation until a person lifts it, whatever model or name it has.</summary>
public sealed record ClassBlock(string Reason, DateTimeOffset At);
