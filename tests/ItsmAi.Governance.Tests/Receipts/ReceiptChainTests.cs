using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Records;
using ItsmAi.Governance.Tests.Fakes;

namespace ItsmAi.Governance.Tests.Receipts;

public sealed class ReceiptChainTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Receipts_of_a_ticket_follow_each_other_and_verify()
    {
        var store = new MemoryStore();
        using var chain = new ReceiptChain(store);
        for (var number = 0; number < 20; number++) await chain.Append(Some.Receipt($"r{number}"), Stop);

        var report = await VerifyReceipts.Walk(store, Stop);

        Assert.True(report.Holds, string.Join('\n', report.Faults));
        Assert.Equal(20, report.Verified);
    }

    [Fact]
    public async Task Appending_the_same_receipt_again_gives_the_first_and_adds_nothing()
    {
        var store = new MemoryStore();
        using var chain = new ReceiptChain(store);
        var first = await chain.Append(Some.Receipt("r"), Stop);

        var second = await chain.Append(Some.Receipt("r") with { Because = "another story" }, Stop);

        Assert.Null(second.Because);
        Assert.Equal(first.Id, second.Id);
        Assert.Equal(1, (await VerifyReceipts.Walk(store, Stop)).Verified);
    }

    [Fact]
    public async Task Two_writers_on_one_store_interleave_without_a_gap_or_a_fork()
    {
        var store = new MemoryStore();
        using var one = new ReceiptChain(store);
        using var other = new ReceiptChain(store);
        for (var number = 0; number < 10; number++)
        {
            await one.Append(Some.Receipt($"a{number}"), Stop);
            await other.Append(Some.Receipt($"b{number}"), Stop);
        }

        var report = await VerifyReceipts.Walk(store, Stop);

        Assert.True(report.Holds, string.Join('\n', report.Faults));
        Assert.Equal(20, report.Verified);
    }

    [Fact]
    public async Task A_new_process_goes_on_where_the_last_one_ended()
    {
        var store = new MemoryStore();
        for (var number = 1; number <= 33; number++)
        {
            using var chain = new ReceiptChain(store);
            await chain.Append(Some.Receipt($"r{number}"), Stop);
            Assert.Equal(number, (await VerifyReceipts.Walk(store, Stop)).Verified);
        }
    }

    [Fact]
    public async Task After_a_write_of_unknown_end_the_next_one_finds_the_true_head()
    {
        var store = new MemoryStore();
        using var chain = new ReceiptChain(store);
        await chain.Append(Some.Receipt("r1"), Stop);
        store.At = at => Throw(at == "after insert");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => chain.Append(Some.Receipt("r2"), Stop));
        store.At = _ => { };

        await chain.Append(Some.Receipt("r2"), Stop);
        await chain.Append(Some.Receipt("r3"), Stop);

        var report = await VerifyReceipts.Walk(store, Stop);
        Assert.True(report.Holds);
        Assert.Equal(3, report.Verified);
    }

    [Fact]
    public async Task A_decision_is_found_with_all_its_steps_in_order()
    {
        var store = new MemoryStore();
        using var chain = new ReceiptChain(store);
        var decided = await chain.Append(Some.Receipt("r"), Stop);
        await chain.Append(Some.Receipt("another"), Stop);
        await chain.Append(
            decided with { Id = $"{decided.Decision}-decided-applied", Kind = ReceiptKind.Applied }, Stop);

        var lines = await new DecisionBook(store).Find(decided.Decision, Stop);

        Assert.Equal([ReceiptKind.Decided, ReceiptKind.Applied], lines.Select(line => line.Receipt.Kind));
    }

    [Fact]
    public void An_id_of_another_form_names_no_shard()
    {
        Assert.Null(ReceiptAddress.ShardIn("9-abc"));
        Assert.Null(ReceiptAddress.ShardIn(""));
        Assert.Equal(3, ReceiptAddress.ShardIn("3-abc"));
    }

    private static void Throw(bool now)
    {
        if (now) throw new StoreUnavailableException("the connection broke");
    }
}
