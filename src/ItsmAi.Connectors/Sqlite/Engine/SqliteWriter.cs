using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace ItsmAi.Connectors.Sqlite.Engine;

/// <summary>
/// The only writer of a file: a write that comes while none is under way commits on its caller's thread; those that come
/// meanwhile wait, and share the next transaction and so one wait for the disk. Each of several stands on a savepoint of
/// its own, so that one that fails takes no other with it.
/// </summary>
internal sealed class SqliteWriter(SqliteSession session) : IDisposable
{
    // More would make the last caller wait for the first one's rows without saving a noticeable part of a disk wait.
    private const int MostPerCommit = 256;

    // Beyond this many waiting writes the caller waits to be let in, and may give up by its token.
    private const int MostWaiting = 10_000;

    private readonly Channel<PendingWrite> _waiting = Channel.CreateBounded<PendingWrite>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    // Whoever holds it is the one reader of what waits and the one user of the session.
    private readonly Lock _turn = new();

    private readonly List<PendingWrite> _batch = new(MostPerCommit);

    public async Task<T> Write<T>(Func<SqliteSession, T> work, CancellationToken stop)
    {
        var write = new PendingWrite.Of<T>(work, stop);
        await _waiting.Writer.WriteAsync(write, stop);
        CommitWaiting();
        return await write.Done;
    }

    public void Dispose()
    {
        _waiting.Writer.TryComplete();
        lock (_turn)
        {
            while (_waiting.Reader.TryPeek(out _))
                CommitNext();
            session.Dispose();
        }
    }

    // A write is queued before the turn is asked for, and the turn is given back before the queue is looked at again, so
    // that none stays behind unseen.
    private void CommitWaiting()
    {
        if (!_turn.TryEnter()) return;
        try
        {
            CommitNext();
        }
        finally
        {
            _turn.Exit();
        }

        // What came meanwhile is no affair of this caller, whose own write is done.
        if (_waiting.Reader.TryPeek(out _))
            ThreadPool.UnsafeQueueUserWorkItem(static writer => writer.CommitWaiting(), this, preferLocal: false);
    }

    private void CommitNext()
    {
        while (_batch.Count < MostPerCommit && _waiting.Reader.TryRead(out var write))
            _batch.Add(write);
        if (_batch.Count > 0)
            Commit(_batch);
        _batch.Clear();
    }

    private void Commit(List<PendingWrite> batch)
    {
        try
        {
            session.Run("BEGIN IMMEDIATE");
            if (batch is [var one])
                session.Run(one.Do(session) ? "COMMIT" : "ROLLBACK");
            else
                Together(batch);
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

    private void Together(List<PendingWrite> batch)
    {
        foreach (var write in batch)
            OnSavepoint(write);
        session.Run("COMMIT");
    }

    private void OnSavepoint(PendingWrite write)
    {
        session.Run("SAVEPOINT write");
        if (!write.Do(session))
            session.Run("ROLLBACK TO write");
        session.Run("RELEASE write");
    }

    private void Undo()
    {
        try
        {
            session.Run("ROLLBACK");
        }
        catch (SqliteException)
        {
            // A full disk or an input error has rolled the transaction back by itself.
        }
    }
}
