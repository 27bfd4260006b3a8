using System.Diagnostics.CodeAnalysis;
using System.Text;
using ItsmAi.Connectors.Records;
using ItsmAi.Connectors.Sqlite;
using ItsmAi.Governance.Records;
using Microsoft.Data.Sqlite;

namespace ItsmAi.Connectors.Tests.Sqlite.Recording;

/// <summary>A file that was written before there were series.</summary>
public sealed class OlderFileTests : IDisposable
{
    private const string OlderSchema = """
        PRAGMA page_size = 8192;
        PRAGMA journal_mode = WAL;
        CREATE TABLE records (
            collection TEXT NOT NULL, partition TEXT NOT NULL, row TEXT NOT NULL,
            version INTEGER NOT NULL, content BLOB NOT NULL,
            PRIMARY KEY (collection, partition, row));
        CREATE TABLE record_versions (only INTEGER PRIMARY KEY CHECK (only = 1), last INTEGER NOT NULL);
        INSERT INTO record_versions (only, last) VALUES (1, 7);
        """;

    private readonly TempFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Path => _folder.File("records.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Its_records_are_carried_over_in_order_with_their_versions()
    {
        Older("shard-1", [.. Enumerable.Range(1, 2500).Select(number => $"s-{number:D12}"), "i-1-abc", "s-1", "s/ext"]);
        Older("a/b", ["000000000003", "000000000001", "it's000000000002"]);
        for (var time = 0; time < 2; time++)
        {
            await using var file = SqliteFile.Open(Path);
            var store = await SqliteRecordStore.In(file, Stop);

            Assert.Equal(["a/b", "shard-1"], await store.Partitions("receipts", Stop).ToListAsync(Stop));
            Assert.Equal(["000000000001 3", "000000000003 3", "it's000000000002 3"], await Rows(store, "a/b"));
            var shard = await Rows(store, "shard-1");
            Assert.Equal("i-1-abc 3", shard[0]);
            Assert.Equal(Enumerable.Range(1, 2500).Select(number => $"s-{number:D12} 3"), shard.GetRange(1, 2500));
            Assert.Equal(["s-1 3", "s/ext 3"], shard[2501..]);
            Assert.Equal((3L, 3L), (file.Read(session => session.Ask("SELECT COUNT(*) FROM record_series")), Left(file)));
        }
    }

    [Fact]
    public async Task A_version_of_it_is_still_its_records_own()
    {
        Older("shard-1", ["s-000000000001", "s-000000000002"]);
        await using var file = SqliteFile.Open(Path);
        var store = await SqliteRecordStore.In(file, Stop);
        var (first, second) = (Key("s-000000000001"), Key("s-000000000002"));

        Assert.Equal(new WriteAnswer.Conflict(first), await store.Insert(new NewRecord(first, default), Stop));
        Assert.Equal(new WriteAnswer.Conflict(first), await store.Replace(new NewRecord(first, default), "7", Stop));
        Assert.IsType<WriteAnswer.Written>(await store.Replace(new NewRecord(first, Encoding.UTF8.GetBytes("new")), "3", Stop));
        Assert.IsType<WriteAnswer.Written>(await store.Delete(second, "3", Stop));
        Assert.NotEqual("3", Assert.IsType<WriteAnswer.Written>(await store.Insert(new NewRecord(second, default), Stop)).Version);
        Assert.Equal("new", Encoding.UTF8.GetString((await store.Find(first, Stop))!.Content.Span));
    }

    [Fact]
    public async Task Whoever_opens_it_meanwhile_finds_it_carried_over_once()
    {
        Older("shard-1", [.. Enumerable.Range(1, 3000).Select(number => $"s-{number:D12}")]);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(
            async () =>
            {
                await using var file = SqliteFile.Open(Path);
                Assert.Equal(3000, (await Rows(await SqliteRecordStore.In(file, Stop), "shard-1")).Count);
            },
            Stop)));
    }

    private static RecordKey Key(string row) => new("receipts", "shard-1", row);

    private static object? Left(SqliteFile file) => file.Read(session => session.Ask("SELECT COUNT(*) FROM records"));

    private static async Task<List<string>> Rows(SqliteRecordStore store, string partition) =>
        await store.Read("receipts", partition, null, null, Stop)
            .Select(record => $"{Content(record.Content)} {record.Version}").ToListAsync(Stop);

    private static string Content(ReadOnlyMemory<byte> content) => Encoding.UTF8.GetString(content.Span);

    /// <summary>Writes rows, each with its name as its content and 3 as its version.</summary>
    [SuppressMessage("Security", "CA2100", Justification = "The text is a constant.")]
    private void Older(string partition, string[] rows)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_schema";
        if (command.ExecuteScalar() is 0L)
        {
            command.CommandText = OlderSchema;
            command.ExecuteNonQuery();
        }

        using var transaction = connection.BeginTransaction();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO records VALUES ('receipts', $1, $2, 3, $3)";
        foreach (var row in rows)
        {
            command.Parameters.Clear();
            command.Parameters.AddWithValue("$1", KeyText.Encode(partition));
            command.Parameters.AddWithValue("$2", KeyText.Encode(row));
            command.Parameters.AddWithValue("$3", Encoding.UTF8.GetBytes(row));
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }
}
