using System.Diagnostics;
using ItsmAi.Connectors.Anchors;
using ItsmAi.Connectors.Sqlite;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Receipts.Anchors;

namespace ItsmAi.Benchmarks;

/// <summary>
/// Appending receipts against a bare loop that inserts the same bytes into the same kind of file, in turns within one
/// run; then the walk that verifies a hundred thousand and more of them against their anchors.
/// </summary>
public static class ReceiptBenchmark
{
    private const int Rounds = 6;

    // The runtime goes on compiling the path of an append for some seconds; what is asked is what a running service does.
    private const int WarmUps = 4;

    private const int Verified = 120_000;

    private const int Callers = 8;

    private static readonly TimeSpan RoundTime = TimeSpan.FromSeconds(2);

    public static async Task Run(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("itsmai-receipts-").FullName;
        try
        {
            await Append(output, folder);
            await Verify(output, folder);
        }
        finally
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
                File.SetAttributes(file, FileAttributes.Normal);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Append(TextWriter output, string folder)
    {
        await using var file = SqliteFile.Open(Path.Combine(folder, "append.db"));
        using var chain = new ReceiptChain(await SqliteRecordStore.In(file, CancellationToken.None));
        using var bare = new BareInsert(Path.Combine(folder, "bare.db"));
        var content = DecisionBook.Write(new ReceiptLine(0, 1, new string('a', 64), SomeReceipt.Decided(0)));
        var (bares, alone, together) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = -WarmUps; round < Rounds; round++)
        {
            // Whoever comes after the many finds the disk busy with what they wrote, so the order turns with each round.
            var first = round % 2 == 0 ? bare.Rate(RoundTime, content) : 0;
            var one = await Rate(chain, 1, round);
            var plain = first > 0 ? first : bare.Rate(RoundTime, content);
            var many = await Rate(chain, Callers, round);
            if (round < 0)
                continue;
            bares.Add(plain);
            alone.Add(one);
            together.Add(many);
        }

        await output.WriteLineAsync(
            $"receipts: line of {content.Length} bytes; bare insert {Median(bares):F0}/s, append by one caller " +
            $"{Median(alone):F0}/s, by {Callers} {Median(together):F0}/s, medians of {Rounds} rounds");
        await output.WriteLineAsync(
            $"receipts: ratio {Ratio(alone, bares):F2} by one caller (at least 0.50), {Ratio(together, bares):F2} by {Callers}");
    }

    private static async Task Verify(TextWriter output, string folder)
    {
        await using var file = SqliteFile.Open(Path.Combine(folder, "verify.db"));
        var store = await SqliteRecordStore.In(file, CancellationToken.None);
        var anchors = new FolderAnchors(Path.Combine(folder, "anchors"));
        using (var chain = new ReceiptChain(store))
        {
            for (var from = 0; from < Verified; from += Verified / 20)
            {
                await Parallel.ForEachAsync(
                    Enumerable.Range(from, Verified / 20),
                    new ParallelOptions { MaxDegreeOfParallelism = 64 },
                    async (number, stop) => await chain.Append(SomeReceipt.Number(number), stop));
                await new AnchorReceipts(store, anchors, TimeProvider.System).Handle(CancellationToken.None);
            }
        }

        var rates = new List<double>();
        for (var round = -1; round < Rounds; round++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var clock = Stopwatch.StartNew();
            var report = await VerifyReceipts.Walk(store, anchors, progress: null, CancellationToken.None);
            if (!report.Holds || report.Verified != Verified)
                throw new InvalidOperationException($"{report.Verified} hold: {string.Join('\n', report.Faults.Take(5))}");
            var took = clock.Elapsed.TotalSeconds;
            var busy = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
            if (round < 0)
                continue;
            rates.Add(Verified / took);
            await output.WriteLineAsync($"receipts: verified {Verified} in {took:F2} s ({busy:F2} s of processor)");
        }

        await output.WriteLineAsync(
            $"receipts: verify {Median(rates):F0}/s, median of {Rounds} (at least 100000), n {Verified}, " +
            $"file of {new FileInfo(Path.Combine(folder, "verify.db")).Length / 1e6:F0} MB");
    }

    private static async Task<double> Rate(ReceiptChain chain, int callers, int round)
    {
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var done = 0;
            for (; clock.Elapsed < RoundTime; done++)
                await chain.Append(SomeReceipt.Decided($"{callers}-{round}-{caller}-{done}"), CancellationToken.None);
            return done;
        })));
        return counts.Sum() / clock.Elapsed.TotalSeconds;
    }

    /// <summary>The median of the rounds' own ratios: what disturbs a round disturbs both of it.</summary>
    private static double Ratio(List<double> ours, List<double> bares) =>
        Median([.. ours.Zip(bares, (our, bare) => our / bare)]);

    private static double Median(List<double> values) => values.Order().ElementAt((values.Count - 1) / 2);
}
