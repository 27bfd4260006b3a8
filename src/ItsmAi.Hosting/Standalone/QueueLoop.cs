using ItsmAi.Connectors.Sqlite;
using ItsmAi.Desk.Events;
using ItsmAi.Governance.Records;
using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Standalone;

/// <summary>
/// Takes events off the embedded queue and handles them, several tickets at a time and each ticket in order. One loop
/// claims for all workers, so that they share a commit.
/// </summary>
public sealed class QueueLoop(
    EmbeddedQueue queue, QueueOptions leases, QueueReaction reaction, int workers, TextWriter log, TimeProvider clock)
{
    // A store that does not answer is not asked in a tight circle.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly HashSet<Task> _underWay = [];

    /// <summary>The deadline of a reaction: early enough to settle before the lease ends.</summary>
    public TimeSpan Deadline => leases.Lease * 0.75;

    /// <summary>
    /// Works until <paramref name="stop"/>, then finishes what is under way; what is not done when
    /// <paramref name="hurry"/> ends goes back to the queue.
    /// </summary>
    public async Task Run(CancellationToken stop, CancellationToken hurry)
    {
        try
        {
            while (!stop.IsCancellationRequested) await Round(stop, hurry);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }

        await Task.WhenAll(_underWay);
    }

    private async Task Round(CancellationToken stop, CancellationToken hurry)
    {
        _underWay.RemoveWhere(task => task.IsCompleted);
        if (_underWay.Count == workers)
        {
            await Task.WhenAny(_underWay).WaitAsync(stop);
            return;
        }

        var claims = await Claim(workers - _underWay.Count, stop);
        foreach (var claim in claims) _underWay.Add(Task.Run(() => Work(claim, hurry), CancellationToken.None));
        if (claims.Count == 0) await queue.WhenSomethingCame(stop);
    }

    private async Task<IReadOnlyList<ClaimedEvent>> Claim(int most, CancellationToken stop)
    {
        try
        {
            return await queue.Claim(most, stop);
        }
        catch (StoreUnavailableException error)
        {
            await log.WriteLineAsync($"queue: {error.Message}");
            await Task.Delay(Pause, clock, stop);
            return [];
        }
    }

#pragma warning disable CA1031 // The edge: whatever was thrown, the event goes back and is tried again.
    private async Task Work(ClaimedEvent claim, CancellationToken hurry)
    {
        try
        {
            if (await Settle(claim, await Handle(claim, hurry)) == Settlement.LeaseLost)
                await log.WriteLineAsync($"{claim.What.Id}: took longer than its lease; whoever has it now finds it done");
        }
        catch (Exception error)
        {
            // Not settled: the lease ends by itself and the event comes again.
            await log.WriteLineAsync($"{claim.What.Id}: {error}");
        }
    }

    private async Task<Handling> Handle(ClaimedEvent claim, CancellationToken hurry)
    {
        using var deadline = new CancellationTokenSource(Deadline, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, hurry);
        try
        {
            var handling = await reaction(EventJson.Write(claim.What), either.Token);
            if (handling is not Handling.Done) await log.WriteLineAsync($"{claim.What.Id}: {handling}");
            return handling;
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            return new Handling.Again(hurry.IsCancellationRequested ? "stopped meanwhile" : $"not done within {Deadline}");
        }
        catch (Exception error)
        {
            await log.WriteLineAsync($"{claim.What.Id}: {error}");
            return new Handling.Again(error.Message);
        }
    }
#pragma warning restore CA1031

    private Task<Settlement> Settle(ClaimedEvent claim, Handling handling) => handling switch
    {
        Handling.Done => queue.Complete(claim, CancellationToken.None),
        Handling.Permanent permanent => queue.DeadLetter(claim, permanent.Says, CancellationToken.None),
        Handling.Again again => queue.Abandon(claim, again.Says, CancellationToken.None),
        _ => throw new InvalidOperationException($"{handling} is no way to handle an event"),
    };
}
