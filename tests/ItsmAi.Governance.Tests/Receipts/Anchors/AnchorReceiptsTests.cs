using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Receipts.Anchors;
using ItsmAi.Governance.Tests.Fakes;

namespace ItsmAi.Governance.Tests.Receipts.Anchors;

public sealed class AnchorReceiptsTests : IDisposable
{
    private readonly MemoryStore _store = new();
    private readonly MemoryAnchors _anchors = new();
    private readonly ReceiptChain _chain;

    public AnchorReceiptsTests() => _chain = new ReceiptChain(_store);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private AnchorReceipts Anchoring => new(_store, _anchors, new FakeClock());

    public void Dispose() => _chain.Dispose();

    [Fact]
    public async Task Nothing_is_anchored_before_there_is_a_receipt_nor_while_none_is_added()
    {
        await Anchoring.Handle(Stop);
        Assert.Empty(_anchors.Kept);

        await _chain.Append(Some.Receipt("r1"), Stop);
        await Anchoring.Handle(Stop);
        await Anchoring.Handle(Stop);

        Assert.Single(_anchors.Kept);
    }

    [Fact]
    public async Task An_anchor_names_every_head_and_the_anchor_before()
    {
        await _chain.Append(Some.Receipt("r1"), Stop);
        await Anchoring.Handle(Stop);
        await _chain.Append(Some.Receipt("r2"), Stop);
        await Anchoring.Handle(Stop);

        var second = Anchor.Read(_anchors.Kept[2])!;

        Assert.Equal(Anchor.HashOf(_anchors.Kept[1]), second.Previous);
        Assert.Equal(Enumerable.Range(0, ReceiptAddress.Shards), second.Heads.Select(head => head.Shard));
        Assert.Equal(2, Assert.Single(second.Heads, head => head.Last > 0).Last);
        Assert.Equal(Anchor.RootOf(second.Heads), second.Root);
    }

    [Fact]
    public async Task Of_two_that_anchor_at_once_the_slower_reads_on()
    {
        await _chain.Append(Some.Receipt("r1"), Stop);
        await Anchoring.Handle(Stop);
        await _chain.Append(Some.Receipt("r2"), Stop);
        _anchors.BeforeAppend = anchor =>
        {
            _anchors.BeforeAppend = _ => { };
            _anchors.Kept.TryAdd(anchor.Sequence, anchor.Content.ToArray());
        };

        await Anchoring.Handle(Stop);

        Assert.Equal(2, _anchors.Kept.Count);
        Assert.True((await VerifyReceipts.Walk(_store, _anchors, progress: null, Stop)).Holds);
    }

    [Fact]
    public async Task A_shard_that_was_cut_off_since_is_noticed_by_the_next_anchor()
    {
        await _chain.Append(Some.Receipt("r1"), Stop);
        await _chain.Append(Some.Receipt("r2"), Stop);
        await Anchoring.Handle(Stop);
        var shard = ReceiptAddress.ShardIn(Some.Receipt("r2").Id)!.Value;
        _store.Tamper(ReceiptAddress.Line(shard, 2), _ => null);
        _store.Tamper(ReceiptAddress.Pointer(shard, Some.Receipt("r2").Id), _ => null);

        var fault = Assert.Single(await Anchoring.Handle(Stop));

        Assert.Equal((shard, 2L), (fault.Shard, fault.Sequence));
    }

    [Fact]
    public void A_name_is_an_anchors_or_none()
    {
        Assert.Equal(7, Anchor.SequenceIn("anchor-000000000007.json"));
        Assert.Null(Anchor.SequenceIn("anchor-7.json"));
        Assert.Null(Anchor.SequenceIn("anchor-000000000007.json.part"));
        Assert.Null(Anchor.SequenceIn("anchor-.json"));
    }
}
