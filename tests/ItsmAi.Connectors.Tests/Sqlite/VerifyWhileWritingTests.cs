using ItsmAi.Connectors.Anchors;
using ItsmAi.Connectors.Sqlite;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Receipts.Anchors;

namespace ItsmAi.Connectors.Tests.Sqlite;

public sealed class VerifyWhileWritingTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_walk_finds_no_fault_in_what_is_written_and_anchored_meanwhile()
    {
        await using var file = SqliteFile.Open(_folder.File("records.db"));
        var store = await SqliteRecordStore.In(file, Stop);
        var anchors = new FolderAnchors(_folder.File("anchors"));
        var enough = new CancellationTokenSource();
        var writing = Task.Run(() => Write(store, anchors, enough.Token), Stop);
        long verified = 0;
        for (var walk = 0; walk < 60 || verified < 300; walk++)
        {
            var report = await VerifyReceipts.Walk(store, anchors, progress: null, Stop);
            Assert.True(report.Holds, $"walk {walk}: {string.Join('\n', report.Faults)}");
            Assert.True(report.Verified >= verified, $"{report.Verified} after {verified}");
            verified = report.Verified;
        }

        await enough.CancelAsync();
        var written = await writing;
        enough.Dispose();

        Assert.Equal(written, (await VerifyReceipts.Walk(store, anchors, progress: null, Stop)).Verified);
    }

    /// <summary>All of one ticket, so that they crowd one shard.</summary>
    private static async Task<int> Write(SqliteRecordStore store, FolderAnchors anchors, CancellationToken enough)
    {
        using var chain = new ReceiptChain(store);
        var anchoring = new AnchorReceipts(store, anchors, TimeProvider.System);
        var number = 0;
        for (; !enough.IsCancellationRequested; number++)
        {
            var decision = ReceiptAddress.DecisionOn("rt-main:61", "Route", $"{number}");
            await chain.Append(
                new Receipt
                {
                    Id = $"{decision}-decided", Kind = ReceiptKind.Decided, At = DateTimeOffset.UnixEpoch, Decision = decision, Actor = "kim",
                },
                Stop);
            if (number % 16 == 0) Assert.Empty(await anchoring.Handle(Stop));
        }

        return number;
    }
}
