using ItsmAi.Connectors.Sqlite;
using ItsmAi.Connectors.Sqlite.Queueing;

namespace ItsmAi.Connectors.Tests.Sqlite.Queueing;

public sealed class QueueOptionsTests
{
    [Fact]
    public void The_defaults_are_acceptable() => new QueueOptions().Check();

    [Fact]
    public void An_option_out_of_its_range_is_named_with_what_would_do()
    {
        foreach (var (options, says) in new[]
        {
            (new QueueOptions { Lease = TimeSpan.Zero }, "Lease: 00:00:00 is not acceptable; use 00:00:01 to 01:00:00"),
            (new QueueOptions { MostAttempts = 0 }, "MostAttempts: 0 is not acceptable; use 1 to 100"),
            (new QueueOptions { LongestDelay = TimeSpan.FromSeconds(1) }, "LongestDelay: 00:00:01 is not acceptable"),
            (new QueueOptions { FirstDelay = TimeSpan.FromHours(1) }, "FirstDelay: 01:00:00 is not acceptable"),
            (new QueueOptions { PollPeriod = TimeSpan.Zero }, "PollPeriod: 00:00:00 is not acceptable"),
        })
        {
            Assert.StartsWith(says, Assert.Throws<ArgumentException>(options.Check).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(5, 32)]
    [InlineData(6, 60)]
    [InlineData(100, 60)]
    public void The_delay_is_anything_up_to_the_doubled_one(int attempt, int seconds)
    {
        var backoff = new Backoff(new QueueOptions(), new Random(3));
        var delays = Enumerable.Range(0, 1000).Select(_ => backoff.After(attempt).TotalSeconds).ToList();

        Assert.All(delays, delay => Assert.InRange(delay, 0, seconds));
        Assert.InRange(delays.Average(), seconds * 0.45, seconds * 0.55);
        Assert.True(delays.Max() > seconds * 0.95);
    }
}
