namespace ItsmAi.ServiceDeskWorld.Cascades;

/// <summary>One incident as it was: its root, and whether the root itself stayed silent.</summary>
public sealed record CascadeTruth(
    int Incident, string Root, bool IsRootSilent, IReadOnlyList<string> Services, DateTimeOffset Start, DateTimeOffset End);
