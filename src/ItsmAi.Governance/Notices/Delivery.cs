namespace ItsmAi.Governance.Notices;

/// <summary>What came of one try to deliver a message, and above all whether another may help.</summary>
public abstract record Delivery
{
    private Delivery()
    {
    }

    /// <summary>The other side took it.</summary>
    public sealed record Taken : Delivery;

    /// <summary>It did not work now.</summary>
    /// <param name="After">How long the other side asks us to wait; null where it does not say.</param>
    public sealed record Again(string Says, TimeSpan? After = null) : Delivery;

    /// <summary>It will fail the same way each time.</summary>
    public sealed record Never(string Says) : Delivery;
}
