using Microsoft.Data.Sqlite;

namespace ItsmAi.Connectors.Sqlite.Engine;

/// <summary>A write that waits for the next commit, and the caller who waits for it.</summary>
internal abstract class PendingWrite
{
    /// <summary>Does the work inside the open transaction; false when it must be rolled back.</summary>
    public abstract bool Do(SqliteSession session);

    /// <summary>The transaction is on the disk: tells the caller what came of the work.</summary>
    public abstract void Committed();

    /// <summary>Nothing of the transaction is kept.</summary>
    public abstract void Failed(Exception error);

    public sealed class Of<T>(Func<SqliteSession, T> work, CancellationToken stop) : PendingWrite
    {
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        private T? _answer;

        private Exception? _error;

        private bool _dropped;

        public Task<T> Done => _done.Task;

        public override bool Do(SqliteSession session)
        {
            if (stop.IsCancellationRequested)
            {
                _dropped = true;
                return false;
            }

            try
            {
                _answer = work(session);
                return true;
            }
            catch (Exception error) when (error is not SqliteException sqlite || !SqliteFault.MayPass(sqlite))
            {
                _error = error;
                return false;
            }
        }

        public override void Committed()
        {
            if (_error is not null)
                _done.SetException(_error);
            else if (_dropped)
                _done.SetCanceled(stop);
            else
                _done.SetResult(_answer!);
        }

        public override void Failed(Exception error) => _done.SetException(error);
    }
}
