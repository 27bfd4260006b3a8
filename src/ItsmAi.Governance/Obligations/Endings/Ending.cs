using ItsmAi.Desk.People;

namespace ItsmAi.Governance.Obligations.Endings;

/// <summary>What somebody says about how an obligation ended.</summary>
public sealed record Ending(Disposition Disposition, Person By)
{
    /// <summary>Why it was rejected.</summary>
    public RejectionReason? Reason { get; init; }

    /// <summary>The problem, change or article that it was accepted as.</summary>
    public string? Reference { get; init; }

    /// <summary>Until when a risk is accepted.</summary>
    public DateTimeOffset? Expires { get; init; }

    public string? Remark { get; init; }
}
