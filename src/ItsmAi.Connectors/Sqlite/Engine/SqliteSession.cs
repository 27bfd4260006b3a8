using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace ItsmAi.Connectors.Sqlite.Engine;

/// <summary>
/// One connection with its prepared statements, for one caller at a time; values stand for $1, $2 and so on.
/// </summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection _connection;

    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);

    public SqliteSession(string connection)
    {
        _connection = new SqliteConnection(connection);
        _connection.Open();
        Run("PRAGMA busy_timeout = 10000");
        Ask("PRAGMA journal_mode = WAL");
        // With less the last commits of a WAL file do not survive a loss of power.
        Run("PRAGMA synchronous = FULL");
        // Pages that many commits touch are then copied into the file once; the log stays below some 32 MB.
        Ask("PRAGMA wal_autocheckpoint = 8000");
    }

    /// <summary>Runs the statement; the answer is the number of rows that it changed.</summary>
    public int Run(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteNonQuery();

    /// <summary>The first column of the first row; null when there is no row or nothing in it.</summary>
    public object? Ask(string sql, params ReadOnlySpan<object?> values) =>
        Bind(sql, values).ExecuteScalar() is { } value and not DBNull ? value : null;

    /// <summary>The rows, to be read to the end or disposed before the same statement runs again.</summary>
    public SqliteDataReader Rows(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteReader();

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
            command.Dispose();
        _connection.Dispose();
    }

    private SqliteCommand Bind(string sql, ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
            _prepared[sql] = command = Prepare(sql, values.Length);
        for (var at = 0; at < values.Length; at++)
            command.Parameters[at].Value = values[at] ?? DBNull.Value;
        return command;
    }

    [SuppressMessage("Security", "CA2100", Justification = "Each text is a constant here; values are bound.")]
    private SqliteCommand Prepare(string sql, int values)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var at = 1; at <= values; at++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${at}" });
        return command;
    }
}
