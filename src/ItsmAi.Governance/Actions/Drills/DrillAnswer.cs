using ItsmAi.Governance.Duties;

namespace ItsmAi.Governance.Actions.Drills;

/// <summary>What came of asking for a drill.</summary>
public abstract record DrillAnswer
{
    private DrillAnswer()
    {
    }

    /// <summary>It was held; whether the switch stops is in the report.</summary>
    public sealed record Held(DrillReport Report) : DrillAnswer;

    /// <summary>Whoever asked may not, and nothing was stopped.</summary>
    public sealed record Refused(Refusal Because) : DrillAnswer;
}
