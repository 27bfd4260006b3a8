using ItsmAi.Connectors.Sqlite;
using ItsmAi.Connectors.Tests.Records;
using ItsmAi.Governance.Records;
using Microsoft.Data.Sqlite;

namespace ItsmAi.Connectors.Tests.Sqlite;

public sealed class SqliteRecordStoreTests : RecordsTogetherContract, IAsyncLifetime
{
    private readonly TempFolder _folder = new();

    private SqliteFile? _file;

    private SqliteRecordStore? _store;

    protected override IRecordStore Store => _store!;

    private string Path => _folder.File("records.db");

    public async ValueTask InitializeAsync()
    {
        _file = SqliteFile.Open(Path);
        _store = await SqliteRecordStore.In(_file, Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await _file!.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_was_written_is_there_after_the_file_is_opened_again()
    {
        var version = Written(await Store.Insert(New("p", "r", "kept"), Stop));
        await _file!.DisposeAsync();
        await InitializeAsync();

        Assert.Equal("kept", Text((await Store.Find(Key("p", "r"), Stop))!));
        Written(await Store.Replace(New("p", "r", "changed"), version, Stop));
    }

    [Fact]
    public async Task Two_who_have_the_file_open_see_what_the_other_wrote()
    {
        await using var other = SqliteFile.Open(Path);
        var store = await SqliteRecordStore.In(other, Stop);

        var version = Written(await store.Insert(New("p", "r", "by the other"), Stop));

        Written(await Store.Replace(New("p", "r", "by us"), version, Stop));
        Assert.Equal("by us", Text((await store.Find(Key("p", "r"), Stop))!));
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_is_unavailable()
    {
        Assert.Throws<StoreUnavailableException>(() => SqliteFile.Open(_folder.File("missing/records.db")));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task A_call_that_is_cancelled_before_its_turn_writes_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.Insert(New("p", "r", ""), cancelled.Token));
        Assert.Null(await Store.Find(Key("p", "r"), Stop));
    }

    [Fact]
    public void The_file_is_written_ahead_and_flushed_with_each_commit()
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode";
        Assert.Equal("wal", command.ExecuteScalar());
        Assert.Equal(2L, _file!.Read(session => session.Ask("PRAGMA synchronous")));
    }
}
