namespace ItsmAi.Governance.Records;

/// <summary>
/// What came of a write. Losing a race is an answer, not an exception: the caller reads again and decides.
/// </summary>
public abstract record WriteAnswer
{
    private WriteAnswer()
    {
    }

    /// <summary>It is stored durably under this version.</summary>
    public sealed record Written(string Version) : WriteAnswer;

    /// <summary>
    /// Nothing was written: <paramref name="Key"/> is taken, gone, or no longer has the expected version.
    /// </summary>
    public sealed record Conflict(RecordKey Key) : WriteAnswer;
}
