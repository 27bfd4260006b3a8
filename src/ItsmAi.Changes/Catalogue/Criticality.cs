namespace ItsmAi.Changes.Catalogue;

/// <summary>How much hangs on a configuration item.</summary>
public enum Criticality
{
    Low,
    Medium,
    High,
}
