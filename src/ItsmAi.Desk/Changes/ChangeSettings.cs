namespace ItsmAi.Desk.Changes;

/// <summary>The numbers of change enablement; what is not written keeps its default.</summary>
public sealed record ChangeSettings
{
    /// <summary>How long before the predicted failure a change has to be over.</summary>
    public TimeSpan Margin { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The share of a team's weekly changes that AI may propose, 0 to 1.</summary>
    public double AiShare { get; init; } = 0.25;

    /// <summary>How long before the latest safe start a decision is due.</summary>
    public TimeSpan DecisionLead { get; init; } = TimeSpan.FromHours(4);

    /// <summary>With less time than this to the latest safe start, time is short.</summary>
    public TimeSpan ShortTime { get; init; } = TimeSpan.FromHours(72);

    /// <summary>Of so many last changes of a model one failure suspends it.</summary>
    public int SuspensionLast { get; init; } = 10;

    /// <summary>How long people have for a review after implementation; whole days are business days.</summary>
    public TimeSpan ReviewWithin { get; init; } = TimeSpan.FromDays(10);

    /// <summary>So many first changes of a model that AI began are reviewed.</summary>
    public int ReviewFirstAi { get; init; } = 3;
}
