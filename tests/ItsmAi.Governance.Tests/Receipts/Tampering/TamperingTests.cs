using ItsmAi.Governance.Receipts;

namespace ItsmAi.Governance.Tests.Receipts.Tampering;

public sealed class TamperingTests
{
    private const int Histories = 6_000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_honest_history_is_called_broken()
    {
        var random = new Random(20260302);
        for (var round = 0; round < Histories; round++)
        {
            var history = await History.Play(random, Stop);

            var report = await VerifyReceipts.Walk(history.Store, history.Anchors, progress: null, Stop);

            Assert.True(report.Holds, $"round {round}: {string.Join('\n', report.Faults)}");
            Assert.Equal(history.Shards.Sum(history.LastOf), report.Verified);
            Assert.Equal(history.Anchors.Kept.Count, report.Anchors);
        }
    }

    [Fact]
    public async Task Every_tampering_is_found_and_named_where_it_was_done()
    {
        var random = new Random(20260303);
        var done = Burglar.Crafts.ToDictionary(craft => craft, _ => 0, StringComparer.Ordinal);
        while (done.Values.Sum() < 2 * Histories)
        {
            var history = await History.Play(random, Stop);
            if (random.Next(3) > 0) await history.Seal(Stop);
            foreach (var craft in Burglar.Crafts)
            {
                var robbed = await history.Copy(Stop);
                if (new Burglar(robbed, random).Do(craft) is not { } place) continue;
                done[craft]++;

                var report = await VerifyReceipts.Walk(robbed.Store, robbed.Anchors, progress: null, Stop);

                Assert.True(
                    report.Faults.Any(fault => Names(fault, place)),
                    $"{craft} at {place} is not among: {string.Join('\n', report.Faults)}");
            }
        }

        Assert.All(done, craft => Assert.True(craft.Value > 300, $"{craft.Key}: only {craft.Value}"));
    }

    [Fact]
    public async Task An_anchor_that_was_edited_or_taken_out_is_named()
    {
        var random = new Random(20260304);
        for (var round = 0; round < 2_000;)
        {
            var history = await History.Play(random, Stop);
            if (history.Anchors.Kept.Count < 2) continue;
            var sequence = random.Next(1, history.Anchors.Kept.Count);
            round++;
            if (random.Next(2) == 0) history.Anchors.Kept.Remove(sequence);
            else history.Anchors.Kept[sequence][random.Next(history.Anchors.Kept[sequence].Length)] ^= (byte)(1 << random.Next(8));

            var report = await VerifyReceipts.Walk(history.Store, history.Anchors, progress: null, Stop);

            Assert.Contains(report.Faults, fault => fault.Shard is null && fault.Sequence == sequence);
            Assert.DoesNotContain(report.Faults, fault => fault.Shard is not null);
        }
    }

    private static bool Names(ReceiptFault fault, Burglar.Place place) =>
        fault.Shard == place.Shard && fault.Sequence == place.From && (fault.Until ?? fault.Sequence) == place.Until;
}
