namespace ItsmAi.Changes.Scheduling;

/// <summary>What a person may choose where the calendar has no place for a change.</summary>
public abstract record DecisionOption
{
    private DecisionOption()
    {
    }

    /// <summary>Put this change off: of those that are in the way, the one with the lowest risk-cost.</summary>
    public sealed record Displace(string Change, double RiskCost) : DecisionOption;

    /// <summary>Let the team do one more in this ISO week.</summary>
    public sealed record ExemptCapacity(string Week) : DecisionOption;

    /// <summary>Let the failure come, by the word of somebody who does not own the risk.</summary>
    public sealed record AcceptRisk : DecisionOption;

    /// <summary>Change it during these freezes, signed by two persons in two roles.</summary>
    public sealed record SignFreezeExemption(IReadOnlyList<string> Freezes) : DecisionOption;
}
