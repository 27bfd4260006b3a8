using ItsmAi.Connectors.Sqlite;
using static ItsmAi.Connectors.Tests.Sqlite.QueueStage;

namespace ItsmAi.Connectors.Tests.Sqlite.Queueing;

/// <summary>
/// Whatever order accepts, claims, failures, lost workers and restarts come in, the queue keeps its promises.
/// </summary>
public sealed class QueueCrashTests
{
    private const int Tickets = 6;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 100)]
    [InlineData(2, 100)]
    [InlineData(3, 100)]
    [InlineData(4, 3)]
    [InlineData(5, 2)]
    [InlineData(6, 1)]
    public async Task Nothing_is_lost_done_twice_or_out_of_order(int seed, int mostAttempts)
    {
        await using var stage = await Set(new QueueOptions { MostAttempts = mostAttempts });
        var story = new Story(stage, new Random(seed));
        for (var step = 0; step < 400; step++)
            await story.Step();
        await story.HandleTheRest();

        var letters = await stage.Queue.List(Stop).Select(letter => letter.Id).ToListAsync(Stop);
        Assert.Equal(story.Accepted.Order(), story.Completed.Concat(letters).Order());
        foreach (var ticket in Enumerable.Range(0, Tickets))
        {
            var start = $"rt-main/{ticket}-";
            var mine = story.Completed.Where(id => id.StartsWith(start, StringComparison.Ordinal)).ToList();
            Assert.Equal(mine.OrderBy(story.Accepted.IndexOf), mine);
        }

        Assert.Equal(mostAttempts == 100, letters.Count == 0);
        Assert.Equal(new QueueCounts(0, 0, TimeSpan.Zero, letters.Count), stage.Queue.Count());
    }

    private sealed class Story(QueueStage stage, Random random)
    {
        private readonly List<ClaimedEvent> _inHand = [];

        private readonly List<ClaimedEvent> _lost = [];

        public List<string> Accepted { get; } = [];

        public List<string> Completed { get; } = [];

        public Task Step() => random.Next(10) switch
        {
            < 3 => Accept(),
            < 6 => Claim(),
            6 => Settle(),
            7 => Fail(),
            8 => LoseAWorker(),
            _ => SpeakUpLate(),
        };

        public async Task HandleTheRest()
        {
            for (var round = 0; round < 2000 && stage.Queue.Count() is not { Waiting: 0, Leased: 0 }; round++)
            {
                await Claim();
                while (_inHand.Count > 0)
                    await Settle();
                stage.Clock.Advance(stage.Options.Lease);
            }
        }

        private async Task Accept()
        {
            var ticket = random.Next(Tickets);
            var told = Told($"{ticket}-{Accepted.Count}", $"{ticket}");
            await stage.Accept(told);
            Accepted.Add(told.Id.Value);
            Assert.Equal(1, (await stage.Accept(Told(Accepted[random.Next(Accepted.Count)][8..]))).Duplicates);
        }

        private async Task Claim()
        {
            _inHand.AddRange(await stage.Queue.Claim(random.Next(1, 4), Stop));
            Assert.Distinct(_inHand.Select(claim => claim.What.Subject.Key));
        }

        private async Task Settle()
        {
            if (Take(_inHand) is not { } claim)
                return;
            Assert.Equal(Settlement.Done, await stage.Queue.Complete(claim, Stop));
            Completed.Add(claim.What.Id.Value);
        }

        private async Task Fail()
        {
            if (Take(_inHand) is not { } claim)
                return;
            Assert.NotEqual(Settlement.LeaseLost, await stage.Queue.Abandon(claim, "it failed", Stop));
            stage.Clock.Advance(TimeSpan.FromSeconds(random.Next(20)));
            _inHand.RemoveAll(held => held.LeasedUntil <= stage.Clock.GetUtcNow());
        }

        // The process dies with all it has in hand; another starts when the leases are over.
        private async Task LoseAWorker()
        {
            _lost.AddRange(_inHand);
            _inHand.Clear();
            if (random.Next(2) == 0)
                await stage.Restart();
            stage.Clock.Advance(stage.Options.Lease);
        }

        // A worker that was thought dead: it is refused, unless nobody took its event over.
        private async Task SpeakUpLate()
        {
            if (Take(_lost) is not { } claim)
                return;
            var answer = await stage.Queue.Complete(claim, Stop);
            if (answer == Settlement.Done)
                Completed.Add(claim.What.Id.Value);
            if (_inHand.Exists(held => held.Number == claim.Number))
                Assert.Equal(Settlement.LeaseLost, answer);
        }

        private ClaimedEvent? Take(List<ClaimedEvent> from)
        {
            if (from.Count == 0)
                return null;
            var one = from[random.Next(from.Count)];
            from.Remove(one);
            return one;
        }
    }
}
