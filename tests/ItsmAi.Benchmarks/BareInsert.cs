using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace ItsmAi.Benchmarks;

/// <summary>The least that keeping a receipt durably can be: one insert and a commit, on one connection, in a loop.</summary>
internal sealed class BareInsert : IDisposable
{
    private readonly SqliteConnection _connection;

    private readonly SqliteCommand _insert;

    private int _count;

    public BareInsert(string path)
    {
        _connection = new SqliteConnection($"Data Source={path};Pooling=false");
        _connection.Open();
        using var setting = _connection.CreateCommand();
        setting.CommandText =
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE lines (row TEXT PRIMARY KEY, content BLOB NOT NULL)";
        setting.ExecuteNonQuery();
        _insert = _connection.CreateCommand();
        _insert.CommandText = "INSERT INTO lines (row, content) VALUES ($1, $2)";
        _insert.Parameters.Add(new SqliteParameter { ParameterName = "$1" });
        _insert.Parameters.Add(new SqliteParameter { ParameterName = "$2" });
    }

    public double Rate(TimeSpan time, byte[] content)
    {
        var clock = Stopwatch.StartNew();
        var before = _count;
        while (clock.Elapsed < time)
        {
            // Without a transaction of its own, each statement is one.
            _insert.Parameters[0].Value = $"s-{_count++:D12}";
            _insert.Parameters[1].Value = content;
            _insert.ExecuteNonQuery();
        }

        return (_count - before) / clock.Elapsed.TotalSeconds;
    }

    public void Dispose()
    {
        _insert.Dispose();
        _connection.Dispose();
    }
}
