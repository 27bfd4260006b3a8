using ItsmAi.Connectors.Records;
using ItsmAi.Connectors.Sqlite.Engine;
using ItsmAi.Governance.Records;

namespace ItsmAi.Connectors.Sqlite.Recording;

/// <summary>Where a record lies: the table, and what its key is there.</summary>
internal sealed record RecordPlace(RecordTable Table, object?[] Key)
{
    public static RecordPlace Named(RecordKey key) =>
        new(RecordTable.Named, [key.Collection, KeyText.Encode(key.Partition), KeyText.Encode(key.Row)]);

    /// <summary>Null where nothing lies here.</summary>
    public (byte[] Content, long Version)? Find(SqliteSession session)
    {
        using var rows = session.Rows(Table.Find, Key);
        return rows.Read() ? ((byte[])rows[0], rows.GetInt64(1)) : null;
    }

    /// <summary>False where something lies here already.</summary>
    public bool Insert(SqliteSession session, long version, byte[] content) =>
        session.Run(Table.Insert, [.. Key, version, content]) == 1;

    /// <summary>False where nothing of the expected version lies here.</summary>
    public bool Replace(SqliteSession session, string expected, long version, byte[] content) =>
        session.Run(Table.Replace, [.. Key, expected, version, content]) == 1;

    /// <summary>False where nothing of the expected version lies here.</summary>
    public bool Delete(SqliteSession session, string expected) => session.Run(Table.Delete, [.. Key, expected]) == 1;
}
