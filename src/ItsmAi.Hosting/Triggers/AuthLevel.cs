namespace ItsmAi.Hosting.Triggers;

/// <summary>Who the Functions host lets through to a web function.</summary>
public enum AuthLevel
{
    /// <summary>Everybody: the reaction itself asks for a token of ours.</summary>
    Anonymous,

    /// <summary>Callers with the function's key, on top of what the reaction asks for.</summary>
    Function,
}
