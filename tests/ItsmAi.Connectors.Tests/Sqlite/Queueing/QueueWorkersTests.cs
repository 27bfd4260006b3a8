using System.Collections.Concurrent;
using ItsmAi.Connectors.Sqlite;
using static ItsmAi.Connectors.Tests.Sqlite.QueueStage;

namespace ItsmAi.Connectors.Tests.Sqlite.Queueing;

public sealed class QueueWorkersTests
{
    private const int Tickets = 40;

    private const int EventsEach = 10;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _handled = new();

    private int _left = Tickets * EventsEach;

    [Fact]
    public async Task Several_workers_handle_each_ticket_in_order_and_each_event_once()
    {
        await using var stage = await Set(new QueueOptions { PollPeriod = TimeSpan.FromMilliseconds(50) });
        var workers = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Work(stage.Queue), Stop)));

        for (var number = 0; number < EventsEach; number++)
        {
            await Task.WhenAll(Enumerable.Range(0, Tickets).Select(
                ticket => stage.Accept(Told($"{ticket}-{number}", $"{ticket}"))));
        }

        await workers;
        for (var ticket = 0; ticket < Tickets; ticket++)
        {
            var expected = Enumerable.Range(0, EventsEach).Select(number => $"rt-main/{ticket}-{number}");
            Assert.Equal(expected, _handled[$"rt-main:{ticket}"]);
        }

        Assert.Equal(new QueueCounts(0, 0, TimeSpan.Zero, 0), stage.Queue.Count());
    }

    private async Task Work(EmbeddedQueue queue)
    {
        while (Volatile.Read(ref _left) > 0)
        {
            var claims = await queue.Claim(3, Stop);
            foreach (var claim in claims)
            {
                _handled.GetOrAdd(claim.What.Subject.Key, _ => []).Enqueue(claim.What.Id.Value);
                Assert.Equal(Settlement.Done, await queue.Complete(claim, Stop));
                Interlocked.Decrement(ref _left);
            }

            if (claims.Count == 0)
                await queue.WhenSomethingCame(Stop);
        }
    }
}
