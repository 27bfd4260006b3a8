using Microsoft.Data.Sqlite;

namespace ItsmAi.Connectors.Sqlite.Recording;

/// <summary>Rows of one table in order: content, version, and what their name is made of.</summary>
internal sealed class RowSource(SqliteDataReader rows, Func<SqliteDataReader, string> name) : IDisposable
{
    public byte[] Content => (byte[])rows[0];

    public long Version => rows.GetInt64(1);

    /// <summary>Goes on to the next row; the answer is its name, and null when there is none.</summary>
    public string? Next() => rows.Read() ? name(rows) : null;

    public void Dispose() => rows.Dispose();
}
