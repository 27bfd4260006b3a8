using ItsmAi.Connectors.Anchors;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Receipts.Anchors;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Reactions;
using ItsmAi.Hosting.Standalone;
using ItsmAi.Hosting.Tests.Files;

namespace ItsmAi.Hosting.Tests.Reactions;

public sealed class ReceiptsAnchoredTests : IAsyncLifetime
{
    private readonly Folder _folder = new();
    private DataFolder _data = null!;
    private FolderAnchors _anchors = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ObligationBook Obligations => new(_data.Records, new ReceiptChain(_data.Records), TimeProvider.System);

    public async ValueTask InitializeAsync()
    {
        _data = await DataFolder.OpenOrMake(_folder.PathOf("data"), new(), TimeProvider.System, Stop);
        _anchors = new FolderAnchors(_data.AnchorsPath);
    }

    public async ValueTask DisposeAsync()
    {
        await _data.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_tick_anchors_what_was_written_since_the_last()
    {
        await Stopped("first");
        await Anchor();
        await Anchor();
        await Stopped("second");
        await Anchor();

        Assert.Equal(2, (await _anchors.Last(Stop))!.Sequence);
        Assert.Equal(2, (await VerifyReceipts.Walk(_data.Records, _anchors, progress: null, Stop)).Verified);
    }

    [Fact]
    public async Task What_the_last_anchor_saw_and_is_gone_is_owed_an_answer_by_the_next_tick()
    {
        await Stopped("first");
        await Anchor();
        await foreach (var partition in _data.Records.Partitions(ReceiptAddress.Collection, Stop))
        {
            await foreach (var row in _data.Records.Read(ReceiptAddress.Collection, partition, null, null, Stop))
                await _data.Records.Delete(row.Key, row.Version, Stop);
        }

        await Anchor();

        var owed = Assert.Single(await Obligations.All(Stop).ToListAsync(Stop));
        Assert.Equal("lead", owed.Owner.Account);
        Assert.Contains("it is not what anchor 1 saw", owed.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_daily_walk_makes_an_obligation_of_an_anchor_that_was_changed()
    {
        await Stopped("first");
        await Anchor();
        await Stopped("second");
        await Anchor();
        var file = Path.Combine(_data.AnchorsPath, Governance.Receipts.Anchors.Anchor.NameOf(1));
        File.SetAttributes(file, FileAttributes.Normal);
        await File.AppendAllTextAsync(file, " ", Stop);

        var verified = new ReceiptsVerified(_data.Records, _anchors, Obligations, Policy, TimeProvider.System);
        Assert.IsType<Handling.Done>(await verified.Tick(default, Stop));

        var owed = await Obligations.All(Stop).Select(one => one.Id).ToListAsync(Stop);
        Assert.Contains(owed, id => id.StartsWith("receipt-anchor-1-", StringComparison.Ordinal));
    }

    private async Task Stopped(string reason)
    {
        using var chain = new ReceiptChain(_data.Records);
        await new StopSwitch(_data.Records, chain, TimeProvider.System).Stop(null, new Person("kim"), reason, Stop);
    }

    private async Task Anchor()
    {
        var anchoring = new AnchorReceipts(_data.Records, _anchors, TimeProvider.System);
        Assert.IsType<Handling.Done>(await new ReceiptsAnchored(anchoring, Obligations, Policy, TimeProvider.System).Tick(default, Stop));
    }

    private static PolicyDocument Policy() => new("p1", new Person("lead"), TimeSpan.FromHours(8), 6, []);
}
