using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Triggers;

namespace ItsmAi.Hosting.Standalone;

/// <summary>How we run alone.</summary>
public sealed record StandaloneOptions
{
    /// <summary>How many tickets are worked on at the same time.</summary>
    public int Workers { get; init; } = 4;

    /// <summary>What is under way when we are told to stop is given this long to finish.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>True: requests may name any host, as those do that a proxy passes on.</summary>
    public bool AllowRemote { get; init; }

    /// <summary>Timers that tick otherwise than the list says, by their names.</summary>
    public IReadOnlyDictionary<string, CronSchedule> Schedules { get; init; } = new Dictionary<string, CronSchedule>();

    /// <summary>
    /// Answers <c>GET /</c> and what else lies outside <c>/api/</c>; null: a line of text at <c>/</c>.
    /// </summary>
    public Func<House, WebReaction>? FirstPage { get; init; }
}
