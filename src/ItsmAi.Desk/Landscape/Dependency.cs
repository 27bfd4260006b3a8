namespace ItsmAi.Desk.Landscape;

/// <summary>One service needs another: where the other fails, this one may.</summary>
public sealed record Dependency(string Service, string DependsOn);
