using System.Diagnostics;
using ItsmAi.Desk.Events;
using Microsoft.Data.Sqlite;

namespace ItsmAi.Benchmarks;

/// <summary>
/// The least that accepting an event durably can be: two inserts and a commit, on one connection, in a loop.
/// </summary>
internal sealed class BareAccept : IDisposable
{
    private readonly SqliteConnection _connection;

    private readonly SqliteCommand _inbox;

    private readonly SqliteCommand _queue;

    private int _count;

    public BareAccept(string path)
    {
        _connection = new SqliteConnection($"Data Source={path};Pooling=false");
        _connection.Open();
        Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
        Run("CREATE TABLE inbox (event_id TEXT PRIMARY KEY, message TEXT NOT NULL) WITHOUT ROWID");
        Run("CREATE TABLE queue (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, subject TEXT NOT NULL)");
        _inbox = Prepared("INSERT INTO inbox (event_id, message) VALUES ($id, $more)");
        _queue = Prepared("INSERT INTO queue (id, subject) VALUES ($id, $more)");
    }

    public double Rate(TimeSpan time)
    {
        var clock = Stopwatch.StartNew();
        var before = _count;
        while (clock.Elapsed < time)
            Accept(AcceptBenchmark.Told($"{_count++}"));
        return (_count - before) / clock.Elapsed.TotalSeconds;
    }

    public void Dispose()
    {
        _inbox.Dispose();
        _queue.Dispose();
        _connection.Dispose();
    }

    private void Accept(Event what)
    {
        using var transaction = _connection.BeginTransaction();
        Insert(_inbox, transaction, what, EventJson.Write(what));
        Insert(_queue, transaction, what, what.Subject.Key);
        transaction.Commit();
    }

    private static void Insert(SqliteCommand command, SqliteTransaction transaction, Event what, string more)
    {
        command.Transaction = transaction;
        command.Parameters[0].Value = what.Id.Value;
        command.Parameters[1].Value = more;
        command.ExecuteNonQuery();
    }

    private SqliteCommand Prepared(string sql)
    {
        var command = Command(sql);
        command.Parameters.Add(new SqliteParameter { ParameterName = "$id" });
        command.Parameters.Add(new SqliteParameter { ParameterName = "$more" });
        return command;
    }

    private void Run(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA2100", Justification = "Each text is a constant.")]
    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
