namespace ItsmAi.Desk.Tickets;

/// <summary>What came of a change that we asked for, after reading the ticket back.</summary>
public abstract record DeskAnswer
{
    private DeskAnswer()
    {
    }

    /// <summary>The ticket shows what was asked for. <paramref name="After"/> is what was read back.</summary>
    /// <param name="Already">True when an earlier try had done it and this one wrote nothing.</param>
    public sealed record Applied(Ticket After, bool Already) : DeskAnswer;

    /// <summary>
    /// A person touched the same field since, or the ticket is no longer one we may act on: nothing was written.
    /// </summary>
    public sealed record Overtaken(string Field, string Says) : DeskAnswer;

    /// <summary>
    /// The desk took the request and did not do it, as the read-back shows; asking again will not help.
    /// </summary>
    public sealed record NotApplied(string Field, string Says) : DeskAnswer;

    /// <summary>The desk has no such ticket for us: deleted, merged into another, or hidden from our account.</summary>
    public sealed record Missing(string Says) : DeskAnswer;
}
