using ItsmAi.Connectors.Sqlite;

namespace ItsmAi.Connectors.Tests.Sqlite;

public sealed class SharedCommitTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_write_that_fails_takes_none_with_it_that_shares_its_commit()
    {
        using var folder = new TempFolder();
        await using var file = SqliteFile.Open(folder.File("shared.db"));
        await file.Write(session => session.Run("CREATE TABLE names (name TEXT PRIMARY KEY)"), Stop);
        using var gate = new ManualResetEventSlim();
        using var begun = new ManualResetEventSlim();
        var first = Task.Run(() => file.Write(session => Wait(begun, gate), Stop), Stop);
        begun.Wait(Stop);

        var before = Add(file, "before");
        var wrong = file.Write<int>(session => throw new InvalidOperationException($"{Add(session, "wrong")}"), Stop);
        var taken = Add(file, "before");
        var after = Add(file, "after");
        gate.Set();

        await Task.WhenAll(first, before, after);
        await Assert.ThrowsAsync<InvalidOperationException>(() => wrong);
        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => taken);
        const string Names = "SELECT group_concat(name) FROM (SELECT name FROM names ORDER BY name)";
        Assert.Equal("after,before", file.Read(session => session.Ask(Names)));
    }

    [Fact]
    public async Task What_waits_when_the_file_is_closed_is_still_written()
    {
        using var folder = new TempFolder();
        var file = SqliteFile.Open(folder.File("shared.db"));
        await file.Write(session => session.Run("CREATE TABLE names (name TEXT PRIMARY KEY)"), Stop);
        var writes = Enumerable.Range(0, 1000).Select(name => Add(file, $"{name}")).ToList();
        await file.DisposeAsync();

        await Task.WhenAll(writes);
        await using var again = SqliteFile.Open(folder.File("shared.db"));
        Assert.Equal(1000L, again.Read(session => session.Ask("SELECT COUNT(*) FROM names")));
    }

    private static bool Wait(ManualResetEventSlim begun, ManualResetEventSlim gate)
    {
        begun.Set();
        gate.Wait(Stop);
        return true;
    }

    private static Task<int> Add(SqliteFile file, string name) => file.Write(session => Add(session, name), Stop);

    private static int Add(Connectors.Sqlite.Engine.SqliteSession session, string name) =>
        session.Run("INSERT INTO names (name) VALUES ($1)", name);
}
