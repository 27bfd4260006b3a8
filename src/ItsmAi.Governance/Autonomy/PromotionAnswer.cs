using ItsmAi.Governance.Outcomes;

namespace ItsmAi.Governance.Autonomy;

/// <summary>Whether measured outcomes bear one rung more.</summary>
public abstract record PromotionAnswer
{
    private PromotionAnswer()
    {
    }

    /// <summary>They do: somebody may approve it.</summary>
    public sealed record Borne(AutonomyLevel To, MeasuredShare Measured, IReadOnlyList<string> Evidence) : PromotionAnswer;

    /// <summary>They do not, and this is the number that is missing.</summary>
    public sealed record NotBorne(MeasuredShare Measured, string Says) : PromotionAnswer;
}
