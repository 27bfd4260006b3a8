using ItsmAi.Governance.Records;
using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Standalone;

/// <summary>
/// Runs one timer: never twice at the same time, and after a standstill once for all that was missed, as the Functions
/// host does with its monitor on.
/// </summary>
public sealed class TimerLoop(
    string name, CronSchedule schedule, TimerReaction reaction, TimerBook book, TextWriter log, TimeProvider clock)
{
    // A delay has a longest length, and the clock may be set meanwhile.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromHours(1);

    // As the function's own retry: three times, ten seconds apart.
    private const int MostRetries = 3;
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Runs until <paramref name="stop"/>; a reaction under way is then cancelled by <paramref name="hurry"/> alone.
    /// </summary>
    public async Task Run(CancellationToken stop, CancellationToken hurry)
    {
        try
        {
            var last = await Patiently(() => Beginning(stop), stop);
            while (true)
            {
                var due = await Due(last, stop);
                await Tick(due, stop, hurry);
                await Patiently(
                    async () =>
                    {
                        await book.Ran(name, due, CancellationToken.None);
                        return due;
                    },
                    stop);
                last = due;
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
    }

    /// <summary>A timer that never ran starts now: nothing was missed.</summary>
    private async Task<DateTimeOffset> Beginning(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var last = await book.LastRun(name, stop);
        if (last is null) await book.Ran(name, now, stop);
        return last is { } ran && ran < now ? ran : now;
    }

    private async Task<DateTimeOffset> Due(DateTimeOffset last, CancellationToken stop)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            if (schedule.Last(last, now) is { } due) return due;
            var wait = schedule.Next(last) - now;
            await Task.Delay(wait < LongestSleep ? wait : LongestSleep, clock, stop);
        }
    }

    private async Task Tick(DateTimeOffset due, CancellationToken stop, CancellationToken hurry)
    {
        for (var retry = 0; ; retry++)
        {
            var handling = await React(due, hurry);
            if (handling is not Handling.Done) await log.WriteLineAsync($"{name}: {handling}");
            if (handling is not Handling.Again || retry == MostRetries) return;
            await Task.Delay(RetryDelay, clock, stop);
        }
    }

#pragma warning disable CA1031 // The edge: a timer that failed ticks again.
    private async Task<Handling> React(DateTimeOffset due, CancellationToken hurry)
    {
        try
        {
            return await reaction(due, hurry);
        }
        catch (OperationCanceledException) when (hurry.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception error)
        {
            return new Handling.Again(error.ToString());
        }
    }
#pragma warning restore CA1031

    private async Task<T> Patiently<T>(Func<Task<T>> work, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                return await work();
            }
            catch (StoreUnavailableException error)
            {
                await log.WriteLineAsync($"{name}: {error.Message}");
                await Task.Delay(RetryDelay, clock, stop);
            }
        }
    }
}
