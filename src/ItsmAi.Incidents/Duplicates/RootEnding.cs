namespace ItsmAi.Incidents.Duplicates;

/// <summary>How a canonical ticket ended.</summary>
public enum RootEnding
{
    Resolved,
    Unresolved,
}
