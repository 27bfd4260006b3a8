using System.Collections.Concurrent;
using ItsmAi.Desk.Events;
using ItsmAi.Desk.Tickets;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Standalone;
using ItsmAi.Hosting.Tests.Files;

namespace ItsmAi.Hosting.Tests.Standalone;

public sealed class QueueLoopTests
{
    private readonly ConcurrentQueue<string> _handled = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tickets_are_handled_side_by_side_and_each_in_its_order()
    {
        var atOnce = 0;
        var most = 0;
        await Run(
            async (message, _) =>
            {
                most = Math.Max(most, Interlocked.Increment(ref atOnce));
                await Task.Delay(5, Stop);
                _handled.Enqueue(EventJson.Read(message)!.Id.Value);
                Interlocked.Decrement(ref atOnce);
                return new Handling.Done();
            },
            async data =>
            {
                await data.Queue.Accept([.. Enumerable.Range(0, 40).Select(n => Some(n % 8, n))], default, Stop);
                await Until(() => _handled.Count == 40);
            });

        Assert.InRange(most, 2, 4);
        for (var ticket = 0; ticket < 8; ticket++)
        {
            var own = _handled.Where(id => int.Parse(id) % 8 == ticket).Select(int.Parse).ToList();
            Assert.Equal(own.Order(), own);
        }
    }

    [Fact]
    public async Task What_came_of_an_event_decides_what_becomes_of_it()
    {
        await Run(
            (message, _) =>
            {
                var id = EventJson.Read(message)!.Id.Value;
                _handled.Enqueue(id);
                return Task.FromResult<Handling>(id switch
                {
                    "1" => new Handling.Permanent("no such ticket"),
                    "2" when _handled.Count(one => one == "2") == 1 => new Handling.Again("the desk is down"),
                    "3" when _handled.Count(one => one == "3") == 1 => throw new InvalidOperationException("a fault of ours"),
                    _ => new Handling.Done(),
                });
            },
            async data =>
            {
                await data.Queue.Accept([Some(0, 0), Some(1, 1), Some(2, 2), Some(3, 3)], default, Stop);
                await Until(() => data.Queue.Count() is { Waiting: 0, Leased: 0 });
                Assert.Equal("no such ticket", (await data.Queue.Find("1", Stop))!.Says);
                Assert.Equal(1, data.Queue.Count().DeadLetters);
            });

        Assert.Equal(["0", "1", "2", "2", "3", "3"], _handled.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_under_way_is_finished_before_it_stops()
    {
        var begun = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        using var folder = new Folder();
        using var stopping = new CancellationTokenSource();
        await using var data = await Open(folder);
        await data.Queue.Accept([Some(0, 0)], default, Stop);
        var loop = new QueueLoop(
            data.Queue, data.QueueOptions,
            async (_, _) =>
            {
                begun.SetResult();
                await go.Task;
                return new Handling.Done();
            },
            4, TextWriter.Null, TimeProvider.System).Run(stopping.Token, CancellationToken.None);
        await begun.Task;

        await stopping.CancelAsync();
        await data.Queue.Accept([Some(1, 1)], default, Stop);
        Assert.False(loop.IsCompleted);
        go.SetResult();
        await loop;

        Assert.Equal(1, data.Queue.Count().Waiting);
        Assert.Equal(0, data.Queue.Count().Leased);
    }

    [Fact]
    public async Task What_is_not_done_when_the_patience_ends_goes_back()
    {
        var begun = new TaskCompletionSource();
        using var folder = new Folder();
        using var stopping = new CancellationTokenSource();
        await using var data = await Open(folder);
        await data.Queue.Accept([Some(0, 0)], default, Stop);
        var loop = new QueueLoop(
            data.Queue, data.QueueOptions,
            async (_, stop) =>
            {
                begun.SetResult();
                await Task.Delay(Timeout.Infinite, stop);
                return new Handling.Done();
            },
            4, TextWriter.Null, TimeProvider.System).Run(stopping.Token, stopping.Token);
        await begun.Task;

        await stopping.CancelAsync();
        await loop;

        Assert.Equal((1, 0), (data.Queue.Count().Waiting, data.Queue.Count().Leased));
    }

    private static Event Some(int ticket, int number) => new()
    {
        Id = new EventId($"{number}"),
        Kind = EventKind.TicketUpdated,
        Subject = new TicketId(new ConnectionName("rt"), $"{ticket}"),
        OccurredAt = DateTimeOffset.UnixEpoch,
        ReceivedAt = DateTimeOffset.UnixEpoch,
    };

    private static Task<DataFolder> Open(Folder folder) =>
        DataFolder.OpenOrMake(
            folder.PathOf("data"), new() { FirstDelay = TimeSpan.FromMilliseconds(5) }, TimeProvider.System, Stop);

    private static async Task Until(Func<bool> done)
    {
        while (!done()) await Task.Delay(10, Stop);
    }

    private static async Task Run(QueueReaction reaction, Func<DataFolder, Task> meanwhile)
    {
        using var folder = new Folder();
        using var stopping = new CancellationTokenSource();
        await using var data = await Open(folder);
        var loop = new QueueLoop(data.Queue, data.QueueOptions, reaction, 4, TextWriter.Null, TimeProvider.System)
            .Run(stopping.Token, CancellationToken.None);
        await meanwhile(data);
        await stopping.CancelAsync();
        await loop;
    }
}
