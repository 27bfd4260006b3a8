using System.Security.Cryptography;
using ItsmAi.Connectors.Sqlite.Engine;
using ItsmAi.Desk.Events;

namespace ItsmAi.Connectors.Sqlite.Queueing;

/// <summary>
/// Every event that was ever accepted, with the bytes that carried it: its rows stay, so a duplicate is known for good.
/// </summary>
internal static class InboxTable
{
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS inbox (
            event_id TEXT PRIMARY KEY, received INTEGER NOT NULL, subject TEXT NOT NULL,
            raw_hash TEXT NOT NULL, message TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS raw_bodies (hash TEXT PRIMARY KEY, body BLOB NOT NULL);
        """;

    public static string Hash(ReadOnlySpan<byte> raw) =>
        raw.IsEmpty ? "" : Convert.ToHexStringLower(SHA256.HashData(raw));

    public static void Keep(SqliteSession session, string hash, byte[] raw)
    {
        if (raw.Length > 0)
            session.Run("INSERT OR IGNORE INTO raw_bodies (hash, body) VALUES ($1, $2)", hash, raw);
    }

    /// <summary>False when the event is there already.</summary>
    public static bool Add(SqliteSession session, Event what, string message) =>
        session.Run(
            "INSERT OR IGNORE INTO inbox (event_id, received, subject, raw_hash, message) VALUES ($1, $2, $3, $4, $5)",
            what.Id.Value, what.ReceivedAt.ToUnixTimeMilliseconds(), what.Subject.Key, what.RawHash, message) == 1;
}
