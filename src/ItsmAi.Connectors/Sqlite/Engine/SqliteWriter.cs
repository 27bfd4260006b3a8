using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace ItsmAi.Connectors.Sqlite.Engine;

/// <summary>
/// The only writer of a file: whatever waits when it comes round shares one transaction and so one wait for the disk.
/// Each write stands on a savepoint of its own, so that one that fails takes no other with it.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    // More would make the last caller wait for the first one's rows without saving a noticeable part of a disk wait.
    private const int MostPerCommit = 256;

    // Beyond this many waiting writes the caller waits to be let in, and may give up by its token.
    private const int MostWaiting = 10_000;

    private readonly SqliteSession _session;

    private readonly Channel<PendingWrite> _waiting = Channel.CreateBounded<PendingWrite>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    private readonly Task _loop;

    public SqliteWriter(SqliteSession session)
    {
        _session = session;
        _loop = Task.Run(Drain);
    }

    public async Task<T> Write<T>(Func<SqliteSession, T> work, CancellationToken stop)
    {
        var write = new PendingWrite.Of<T>(work, stop);
        await _waiting.Writer.WriteAsync(write, stop);
        return await write.Done;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
        _session.Dispose();
    }

    private async Task Drain()
    {
        var batch = new List<PendingWrite>(MostPerCommit);
        while (await _waiting.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (batch.Count < MostPerCommit && _waiting.Reader.TryRead(out var write))
                batch.Add(write);
            Commit(batch);
            batch.Clear();
        }
    }

    private void Commit(List<PendingWrite> batch)
    {
        try
        {
            _session.Run("BEGIN IMMEDIATE");
            foreach (var write in batch)
                Try(write);
            _session.Run("COMMIT");
        }
        catch (SqliteException error)
        {
            Undo();
            foreach (var write in batch)
                write.Failed(SqliteFault.MayPass(error) ? SqliteFault.Unavailable(error) : error);
            return;
        }

        foreach (var write in batch)
            write.Committed();
    }

    private void Try(PendingWrite write)
    {
        _session.Run("SAVEPOINT write");
        if (!write.Do(_session))
            _session.Run("ROLLBACK TO write");
        _session.Run("RELEASE write");
    }

    private void Undo()
    {
        try
        {
            _session.Run("ROLLBACK");
        }
        catch (SqliteException)
        {
            // A full disk or an input error has rolled the transaction back by itself.
        }
    }
}
