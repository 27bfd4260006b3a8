using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using ItsmAi.Connectors.Sqlite.Engine;
using Microsoft.Data.Sqlite;

namespace ItsmAi.Connectors.Sqlite;

/// <summary>
/// One SQLite file that the record store and the queue may share: writes go through a single writer that lets
/// concurrent callers share a commit; what is committed has reached the disk.
/// </summary>
public sealed class SqliteFile : IAsyncDisposable
{
    private const int BusySeconds = 10;

    private readonly string _connection;

    private readonly ConcurrentBag<SqliteSession> _readers = [];

    private readonly SqliteWriter _writer;

    [SuppressMessage("Reliability", "CA2000", Justification = "The session is the writer's to dispose.")]
    private SqliteFile(string path)
    {
        _connection = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            DefaultTimeout = BusySeconds,
            Pooling = false,
        }.ToString();
        _writer = new SqliteWriter(new SqliteSession(_connection));
    }

    /// <summary>Opens the file, or makes it; its folder must exist.</summary>
    /// <exception cref="Governance.Records.StoreUnavailableException">The file cannot be opened now.</exception>
    public static SqliteFile Open(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            return new SqliteFile(path);
        }
        catch (SqliteException error) when (SqliteFault.MayPass(error))
        {
            throw SqliteFault.Unavailable(error);
        }
    }

    public ValueTask DisposeAsync()
    {
        _writer.Dispose();
        while (_readers.TryTake(out var reader))
            reader.Dispose();
        return ValueTask.CompletedTask;
    }

    internal Task<T> Write<T>(Func<SqliteSession, T> work, CancellationToken stop) =>
        _writer.Write(work, stop);

    /// <summary>Reads beside the writer, from the last commit; <paramref name="look"/> keeps nothing open.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The session goes back to the others.")]
    internal T Read<T>(Func<SqliteSession, T> look)
    {
        SqliteSession? reader = null;
        try
        {
            reader = _readers.TryTake(out var free) ? free : NewReader();
            return look(reader);
        }
        catch (SqliteException error) when (SqliteFault.MayPass(error))
        {
            throw SqliteFault.Unavailable(error);
        }
        finally
        {
            if (reader is not null)
                _readers.Add(reader);
        }
    }

    private SqliteSession NewReader()
    {
        var reader = new SqliteSession(_connection);

        // A walk over all receipts touches every page, and otherwise each costs a system call and a copy.
        reader.Ask("PRAGMA mmap_size = 1073741824");
        return reader;
    }
}
