namespace ItsmAi.Changes.Raising;

/// <summary>What a watched series says of its limit at one moment.</summary>
public abstract record Foreseen(DateTimeOffset At, string Says)
{
    /// <summary>It will breach.</summary>
    /// <param name="Median">When, as likely before as after.</param>
    /// <param name="Low">One chance in ten that it is earlier.</param>
    /// <param name="High">One chance in ten that it is later; null where more than a tenth of the cases never breach.</param>
    /// <param name="Probability">That it breaches within the horizon, 0 to 1.</param>
    public sealed record Fails(
        DateTimeOffset At, string Says, DateTimeOffset Median, DateTimeOffset Low, DateTimeOffset? High, double Probability)
        : Foreseen(At, Says);

    /// <summary>No breach is expected.</summary>
    public sealed record Holds(DateTimeOffset At, string Says) : Foreseen(At, Says);

    /// <summary>It is beyond its limit.</summary>
    public sealed record Breached(DateTimeOffset At, string Says) : Foreseen(At, Says);

    /// <summary>It is not measured, or not against a limit that means anything: nobody would see it fail.</summary>
    /// <param name="At">The same as long as it stays so.</param>
    public sealed record Blind(DateTimeOffset At, string Says) : Foreseen(At, Says)
    {
        /// <summary>What is wrong, in a word that stays the same while it is; null: nothing is measured since then.</summary>
        public string? Fault { get; init; }
    }

    /// <summary>Too little was measured so far to say anything.</summary>
    public sealed record Unknown(DateTimeOffset At, string Says) : Foreseen(At, Says);
}
