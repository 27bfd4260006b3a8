using ItsmAi.Desk.People;

namespace ItsmAi.Governance.Policy;

/// <summary>When automation brakes by itself, and who may let it go on.</summary>
public sealed record BrakeSettings
{
    /// <summary>More acts of one kind within <see cref="Window"/> trip the breaker.</summary>
    public int Acts { get; init; } = 20;

    /// <summary>The time in which acts are counted.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>A greater share of these acts to one team trips the breaker, 0 to 1.</summary>
    public double ShareToOneTeam { get; init; } = 0.40;

    /// <summary>With fewer acts in the window no share is taken: the first is always all of them.</summary>
    public int ShareMinimum { get; init; } = 10;

    /// <summary>How long nothing is done by itself after the breaker tripped.</summary>
    public TimeSpan RestFor { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Who may let automation go on after a stop; empty: the policy's owner.</summary>
    public IReadOnlyList<Person> Authority { get; init; } = [];

    /// <summary>How often somebody must try whether the stop switch stops.</summary>
    public TimeSpan DrillEvery { get; init; } = TimeSpan.FromDays(90);

    /// <summary>From so many approvals on a reviewer can be a rubber stamp.</summary>
    public int StampApprovals { get; init; } = 30;

    /// <summary>A reviewer who approves all, with a median below this, is one.</summary>
    public TimeSpan StampMedian { get; init; } = TimeSpan.FromSeconds(3);
}
