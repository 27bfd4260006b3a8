using ItsmAi.Governance.Duties;

namespace ItsmAi.Changes.Requests;

/// <summary>What a step made of a change.</summary>
public abstract record ChangeAnswer
{
    private ChangeAnswer()
    {
    }

    public sealed record Moved(ChangeRequest Now) : ChangeAnswer;

    /// <summary>The step may not be taken; the change stands as it was.</summary>
    public sealed record Refused(Refusal Why) : ChangeAnswer;
}
