namespace ItsmAi.Governance.Notices;

/// <summary>
/// What one person gets by one channel: when they got something last, and the message that is on its way. A message is
/// fixed here before it is sent, so that each try sends the same one under the same id.
/// </summary>
public sealed record Mailbox
{
    public static Mailbox Empty { get; } = new();

    public DateTimeOffset? LastSentAt { get; init; }

    /// <summary>Null while nothing is on its way.</summary>
    public Batch? OnItsWay { get; init; }

    /// <summary>The notices of one message.</summary>
    /// <param name="Id">The message's id on every try; receivers know a repetition by it.</param>
    /// <param name="ClaimedUntil">Until then whoever claimed it may be sending it.</param>
    public sealed record Batch(
        string Id, IReadOnlyList<string> Notices, int Tries, DateTimeOffset NotBefore, DateTimeOffset ClaimedUntil);
}
