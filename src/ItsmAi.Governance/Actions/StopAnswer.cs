using ItsmAi.Governance.Duties;

namespace ItsmAi.Governance.Actions;

/// <summary>What came of flipping the stop switch.</summary>
public abstract record StopAnswer
{
    private StopAnswer()
    {
    }

    /// <summary>It stands as asked; who asked is on the receipt.</summary>
    public sealed record Flipped(StopState State, string Receipt) : StopAnswer;

    /// <summary>Whoever asked may not, and nothing changed.</summary>
    public sealed record Refused(Refusal Because) : StopAnswer;
}
