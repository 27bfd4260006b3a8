using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Tests.Fakes;

namespace ItsmAi.Governance.Tests.Receipts;

public sealed class VerifyReceiptsTests
{
    private const int Receipts = 12;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_line_with_any_byte_changed_is_named()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var (store, shard) = await Chain();
            var sequence = random.Next(1, Receipts + 1);
            store.Tamper(ReceiptAddress.Line(shard, sequence), content =>
            {
                var changed = (byte[])content.Clone();
                changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(7));
                return changed;
            });

            var report = await VerifyReceipts.Walk(store, Stop);

            Assert.Contains(report.Faults, fault => fault.Shard == shard && fault.Sequence == sequence);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(Receipts)]
    public async Task A_line_that_is_gone_is_named(int sequence)
    {
        var (store, shard) = await Chain();
        store.Tamper(ReceiptAddress.Line(shard, sequence), _ => null);

        var report = await VerifyReceipts.Walk(store, Stop);

        Assert.Contains(report.Faults, fault => fault.Sequence == sequence);
    }

    [Fact]
    public async Task Two_lines_that_changed_places_are_named()
    {
        var (store, shard) = await Chain();
        byte[] third = [], fourth = [];
        store.Tamper(ReceiptAddress.Line(shard, 3), content => third = content);
        store.Tamper(ReceiptAddress.Line(shard, 4), content => fourth = content);
        store.Tamper(ReceiptAddress.Line(shard, 3), _ => fourth);
        store.Tamper(ReceiptAddress.Line(shard, 4), _ => third);

        var report = await VerifyReceipts.Walk(store, Stop);

        Assert.Contains(report.Faults, fault => fault.Sequence == 3);
        Assert.Contains(report.Faults, fault => fault.Sequence == 4);
    }

    [Fact]
    public async Task A_line_that_was_put_in_is_named()
    {
        var (store, shard) = await Chain();
        byte[] last = [];
        store.Tamper(ReceiptAddress.Line(shard, Receipts), content => last = content);
        store.Plant(ReceiptAddress.Line(shard, Receipts + 1), last);

        Assert.False((await VerifyReceipts.Walk(store, Stop)).Holds);
    }

    [Fact]
    public async Task A_pointer_that_is_gone_is_named()
    {
        var (store, shard) = await Chain();
        store.Tamper(ReceiptAddress.Pointer(shard, Some.Receipt("r5").Id), _ => null);

        var report = await VerifyReceipts.Walk(store, Stop);

        Assert.Contains(report.Faults, fault => fault.Says.Contains("pointer", StringComparison.Ordinal));
    }

    private static async Task<(MemoryStore Store, int Shard)> Chain()
    {
        var store = new MemoryStore();
        using var chain = new ReceiptChain(store);
        for (var number = 1; number <= Receipts; number++) await chain.Append(Some.Receipt($"r{number}"), Stop);
        return (store, ReceiptAddress.ShardIn(Some.Receipt("r1").Id)!.Value);
    }
}
