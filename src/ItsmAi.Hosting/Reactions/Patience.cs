using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Reactions;

/// <summary>
/// Tries a message again before it is given back. The Functions host redelivers at once and only a few times, so a desk
/// that is away for ten seconds would cost a message that our own queue would not lose.
/// </summary>
public sealed class Patience(QueueReaction reaction, TimeProvider clock)
{
    // 2, 4 and 8 s: together well below the function's time-out, whatever the last try takes.
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(8);

    /// <summary>After this long the host had better ask again itself.</summary>
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(25);

    public async Task<Handling> Handle(string message, CancellationToken stop)
    {
        var began = clock.GetTimestamp();
        for (var wait = FirstWait; ; wait *= 2)
        {
            var handling = await reaction(message, stop);
            var isOver = wait > LongestWait || clock.GetElapsedTime(began) + wait > Enough;
            if (handling is not Handling.Again || isOver) return handling;
            await Task.Delay(wait, clock, stop);
        }
    }
}
