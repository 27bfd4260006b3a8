using ItsmAi.Connectors.Sqlite;

namespace ItsmAi.Connectors.Tests.Sqlite.Recording;

/// <summary>Numbered and named rows, mixed, are one sorted dictionary to whoever asks.</summary>
public sealed class RecordHistoriesTests
{
    // Histories that share a file begin more series than one may have.
    private const int OfAFile = 100;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_thousand_histories_side_by_side_answer_as_a_sorted_dictionary_does()
    {
        for (var first = 0; first < 2000; first += OfAFile)
        {
            using var folder = new TempFolder();
            await using var file = SqliteFile.Open(folder.File("records.db"));
            var store = await SqliteRecordStore.In(file, Stop);
            await Parallel.ForEachAsync(
                Enumerable.Range(first, OfAFile),
                new ParallelOptions { MaxDegreeOfParallelism = 25, CancellationToken = Stop },
                async (seed, stop) => Assert.Null(await new RecordHistory(seed, [store]).Run(stop)));
            Assert.Equal("ok", file.Read(session => session.Ask("PRAGMA integrity_check")));
        }
    }

    [Fact]
    public async Task So_do_two_stores_that_have_the_same_file_open()
    {
        using var folder = new TempFolder();
        await using var file = SqliteFile.Open(folder.File("records.db"));
        await using var other = SqliteFile.Open(folder.File("records.db"));
        var (one, two) = (await SqliteRecordStore.In(file, Stop), await SqliteRecordStore.In(other, Stop));
        for (var seed = 10_000; seed < 10_100; seed++)
            Assert.Null(await new RecordHistory(seed, [one, two]).Run(Stop));
    }
}
