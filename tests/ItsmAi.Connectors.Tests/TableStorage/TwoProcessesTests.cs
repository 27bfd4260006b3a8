using System.Diagnostics;
using ItsmAi.Connectors.TableStorage;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Receipts.Anchors;

namespace ItsmAi.Connectors.Tests.TableStorage;

/// <summary>Two real processes append to the same shards of one store, and anchor them, at the same time.</summary>
public sealed class TwoProcessesTests(Azurite azurite)
{
    private const string AddressVariable = "ITSMAI_TWO_PROCESSES_AT";
    private const string NameVariable = "ITSMAI_TWO_PROCESSES_NAME";
    private const int Each = 320;
    private const int Subjects = 40;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Receipts_of_two_processes_neither_fork_nor_get_lost()
    {
        var options = (await azurite.Options(Stop)) with { TablePrefix = "two" };
        using var one = Start("one", options);
        using var other = Start("other", options);
        foreach (var process in new[] { one, other })
        {
            var said = await process.StandardOutput.ReadToEndAsync(Stop);
            await process.WaitForExitAsync(Stop);
            Assert.True(process.ExitCode == 0, said);
        }

        var store = new TableRecordStore(options, TimeProvider.System);
        var anchors = Anchors(options);
        Assert.Empty(await new AnchorReceipts(store, anchors, TimeProvider.System).Handle(Stop));
        var report = await VerifyReceipts.Walk(store, anchors, progress: null, Stop);

        Assert.True(report.Holds, string.Join('\n', report.Faults));
        var expected = new[] { "one", "other" }.SelectMany(Receipts).Select(receipt => receipt.Id).ToHashSet();
        Assert.Equal(expected.Count, report.Verified);
        Assert.True(report.Anchors > 2, $"{report.Anchors} anchors");
        var lines = await new DecisionBook(store).Lines(Stop).ToListAsync(Stop);
        Assert.Equal(expected, lines.Select(line => DecisionBook.Parse(line).Receipt.Id).ToHashSet());
        Assert.Equal(ReceiptAddress.Shards, lines.Select(line => DecisionBook.Parse(line).Shard).Distinct().Count());
    }

    /// <summary>Runs in each of the two processes, and only there.</summary>
    [Fact(Explicit = true)]
    public async Task Appends_what_is_its_own_and_what_both_have()
    {
        var address = Environment.GetEnvironmentVariable(AddressVariable);
        Assert.SkipWhen(address is null, "this test is the other process of the test beside it");
        var places = address.Split(' ');
        var options = new TableStorageOptions
        {
            Tables = new Uri(places[0]), Blobs = new Uri(places[1]), Account = Azurite.Account, Key = Azurite.Key, TablePrefix = "two",
        };
        var store = new TableRecordStore(options, TimeProvider.System);
        using var chain = new ReceiptChain(store);
        var anchoring = new AnchorReceipts(store, Anchors(options), TimeProvider.System);
        var name = Environment.GetEnvironmentVariable(NameVariable)!;
        foreach (var some in Receipts(name).Chunk(40))
        {
            await Parallel.ForEachAsync(
                some, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Stop },
                async (receipt, stop) => await chain.Append(receipt, stop));
            Assert.Empty(await anchoring.Handle(Stop));
        }
    }

    /// <summary>Every fourth is one that the other process has too, as after a redelivery.</summary>
    private static IEnumerable<Receipt> Receipts(string name) => Enumerable.Range(0, Each).Select(number =>
    {
        var decision = ReceiptAddress.DecisionOn(
            $"rt-main:{number % Subjects}", "Route", number % 4 == 0 ? $"both {number}" : $"{name} {number}");
        return new Receipt
        {
            Id = $"{decision}-decided",
            Kind = ReceiptKind.Decided,
            At = DateTimeOffset.UnixEpoch,
            Decision = decision,
            Actor = number % 8 == 1 ? "kim" : "itsmai",
        };
    });

    private static BlobAnchors Anchors(TableStorageOptions options) => new(options, "two-processes", TimeProvider.System);

    private static Process Start(string name, TableStorageOptions options) => Process.Start(new ProcessStartInfo("dotnet")
    {
        ArgumentList =
        {
            "exec", typeof(TwoProcessesTests).Assembly.Location, "-explicit", "only",
            "-method", $"{typeof(TwoProcessesTests).FullName}.{nameof(Appends_what_is_its_own_and_what_both_have)}",
        },
        Environment = { [AddressVariable] = $"{options.Tables} {options.Blobs}", [NameVariable] = name },
        RedirectStandardOutput = true,
        UseShellExecute = false,
    })!;
}
