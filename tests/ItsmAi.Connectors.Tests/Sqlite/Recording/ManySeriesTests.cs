using ItsmAi.Connectors.Sqlite;
using ItsmAi.Connectors.Sqlite.Recording;
using ItsmAi.Governance.Records;

namespace ItsmAi.Connectors.Tests.Sqlite.Recording;

public sealed class ManySeriesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Series_beyond_those_that_have_tables_are_kept_by_name_and_are_all_there()
    {
        using var folder = new TempFolder();
        await using var file = SqliteFile.Open(folder.File("records.db"));
        var store = await SqliteRecordStore.In(file, Stop);
        var partitions = Enumerable.Range(0, SeriesBook.Most + 44).Select(number => $"p{number:D3}").ToList();

        await Task.WhenAll(partitions.Select(partition => store.InsertTogether([New(partition, 2), New(partition, 1)], Stop)));

        Assert.Equal(partitions, await store.Partitions("alerts", Stop).ToListAsync(Stop));
        foreach (var partition in partitions)
        {
            Assert.Equal(
                ["000000000001", "000000000002"],
                await store.Read("alerts", partition, null, null, Stop).Select(record => record.Key.Row).ToListAsync(Stop));
            Assert.Equal(
                new WriteAnswer.Conflict(New(partition, 1).Key), await store.InsertTogether([New(partition, 3), New(partition, 1)], Stop));
            Assert.Null(await store.Find(New(partition, 3).Key, Stop));
        }

        Assert.Equal((long)SeriesBook.Most, file.Read(session => session.Ask("SELECT COUNT(*) FROM record_series")));
    }

    private static NewRecord New(string partition, int number) => new(new RecordKey("alerts", partition, $"{number:D12}"), default);
}
