namespace ItsmAi.Incidents.Duplicates;

/// <summary>What the linking of a duplicate may do to the tickets themselves.</summary>
public enum DuplicateEffect
{
    /// <summary>Nothing reaches the desk.</summary>
    Nothing,

    /// <summary>The tickets are linked; no status changes.</summary>
    LinkOnly,

    /// <summary>The duplicate is linked, and closed in favour of its root.</summary>
    LinkAndClose,
}
