using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Tests.Fakes;

namespace ItsmAi.Governance.Tests.Receipts;

public sealed class ReceiptsSinceTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_finds_what_a_walk_over_the_whole_shard_finds()
    {
        var random = new Random(9);
        for (var run = 0; run < 100; run++)
        {
            var (store, times) = await Shard(random, count: random.Next(40));
            var since = Some.Time.AddMinutes(random.Next(-60, 40 * 30));

            var found = new List<DateTimeOffset>();
            await foreach (var receipt in ReceiptsSince.In(store, ShardOf, since, Stop)) found.Add(receipt.At);

            Assert.Equal(times.Where(at => at >= since), found);
        }
    }

    [Fact]
    public async Task It_does_not_read_what_is_long_past()
    {
        var (store, _) = await Shard(new Random(10), count: 1000);
        for (var line = 1; line <= 400; line++) store.Tamper(ReceiptAddress.Line(ShardOf, line), _ => "unreadable"u8.ToArray());
        var count = 0;

        await foreach (var receipt in ReceiptsSince.In(store, ShardOf, Some.Time.AddMinutes(990 * 30), Stop)) count++;

        Assert.InRange(count, 9, 10);
    }

    private static int ShardOf => ReceiptAddress.ShardIn(Some.Receipt("0").Id)!.Value;

    /// <summary>A receipt each half hour, written by two clocks that differ by up to half an hour.</summary>
    private static async Task<(MemoryStore Store, IReadOnlyList<DateTimeOffset> Times)> Shard(Random random, int count)
    {
        var store = new MemoryStore();
        using var chain = new ReceiptChain(store);
        var times = new List<DateTimeOffset>();
        for (var number = 0; number < count; number++)
        {
            times.Add(Some.Time.AddMinutes((number * 30) + random.Next(30)));
            await chain.Append(Some.Receipt($"{number}") with { At = times[^1] }, Stop);
        }

        return (store, times);
    }
}
