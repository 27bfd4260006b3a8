using ItsmAi.Governance.Records;
using Microsoft.Data.Sqlite;

namespace ItsmAi.Connectors.Sqlite.Engine;

/// <summary>Tells a file that cannot answer now from a mistake of ours or a damaged file.</summary>
internal static class SqliteFault
{
    /// <summary>True for busy, locked, no memory, read-only, input or output error, disk full, cannot open.</summary>
    public static bool MayPass(SqliteException error) => error.SqliteErrorCode is 5 or 6 or 7 or 8 or 10 or 13 or 14;

    /// <summary>True where a primary key is there already.</summary>
    public static bool IsTaken(SqliteException error) => error.SqliteExtendedErrorCode == 1555;

    public static StoreUnavailableException Unavailable(SqliteException error) =>
        new($"the file does not answer now (SQLite {error.SqliteExtendedErrorCode}: {error.Message})", error);
}
