namespace ItsmAi.Changes.Paths;

/// <summary>The time to the latest safe start.</summary>
public enum TimeLeft
{
    Ample,
    Scarce,
    None,
}
