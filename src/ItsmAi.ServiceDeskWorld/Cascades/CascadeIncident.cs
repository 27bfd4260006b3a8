namespace ItsmAi.ServiceDeskWorld.Cascades;

/// <summary>One fault that climbed from its root: when it reached which service, in seconds from the start, and when it ended.</summary>
internal sealed record CascadeIncident(
    int Number, int Root, double Start, double End, bool IsRootSilent, IReadOnlyDictionary<int, double> ReachedAt)
{
    public bool Overlaps(CascadeIncident other) =>
        Start < other.End && other.Start < End && ReachedAt.Keys.Any(other.ReachedAt.ContainsKey);
}
