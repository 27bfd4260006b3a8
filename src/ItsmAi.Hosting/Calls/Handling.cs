namespace ItsmAi.Hosting.Calls;

/// <summary>What came of a message or a tick, and above all whether asking again may help.</summary>
public abstract record Handling
{
    private Handling()
    {
    }

    /// <summary>It is done, or was done before.</summary>
    public sealed record Done : Handling;

    /// <summary>It will fail the same way each time: a person has to look at it.</summary>
    public sealed record Permanent(string Says) : Handling;

    /// <summary>It did not work now; asking again may help.</summary>
    public sealed record Again(string Says) : Handling;
}
