using ItsmAi.Connectors.Sqlite.Engine;

namespace ItsmAi.Connectors.Sqlite.Queueing;

/// <summary>
/// What waits to be handled. Only the oldest message of a subject, its head, can be claimed, so order holds per subject
/// and subjects are handled side by side. A lease is the number of the attempt that holds it.
/// </summary>
internal static class QueueTable
{
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS queue (
            number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, subject TEXT NOT NULL, head INTEGER NOT NULL,
            visible INTEGER NOT NULL, attempts INTEGER NOT NULL, lease INTEGER, since INTEGER NOT NULL, message TEXT);
        CREATE INDEX IF NOT EXISTS queue_subjects ON queue (subject, number);
        CREATE INDEX IF NOT EXISTS queue_heads ON queue (visible, number) WHERE head = 1;
        """;

    private const string Held = "number = $1 AND lease = $2";

    /// <param name="message">Null where the inbox holds it.</param>
    public static void Add(SqliteSession session, string id, string subject, string? message, long now) =>
        session.Run(
            """
            INSERT INTO queue (id, subject, head, visible, attempts, since, message)
            VALUES ($1, $2, NOT EXISTS (SELECT 1 FROM queue WHERE subject = $2), $3, 0, $3, $4)
            """,
            id, subject, now, message);

    /// <summary>Leases the head that has been visible longest; null when none is.</summary>
    public static QueueRow? Claim(SqliteSession session, long now, long until)
    {
        using var rows = session.Rows(
            """
            UPDATE queue SET attempts = attempts + 1, lease = attempts + 1, visible = $2
            WHERE number = (
                SELECT number FROM queue WHERE head = 1 AND visible <= $1 ORDER BY visible, number LIMIT 1)
            RETURNING number, id, subject, attempts,
                COALESCE(message, (SELECT inbox.message FROM inbox WHERE inbox.event_id = queue.id))
            """,
            now, until);
        return rows.Read()
            ? new QueueRow(
                rows.GetInt64(0), rows.GetString(1), rows.GetString(2), rows.GetInt32(3),
                rows.IsDBNull(4) ? "" : rows.GetString(4))
            : null;
    }

    /// <summary>
    /// Removes the message and lets the next of its subject come forward; false when the lease is another's.
    /// </summary>
    public static bool Remove(SqliteSession session, long number, int lease)
    {
        if (session.Ask($"DELETE FROM queue WHERE {Held} RETURNING subject", number, lease) is not string subject)
            return false;

        session.Run(
            "UPDATE queue SET head = 1 WHERE number = (SELECT MIN(number) FROM queue WHERE subject = $1)", subject);
        return true;
    }

    /// <summary>Gives the message back, to be claimed from <paramref name="visible"/> on.</summary>
    public static bool Release(SqliteSession session, long number, int lease, long visible) =>
        session.Run($"UPDATE queue SET lease = NULL, visible = $3 WHERE {Held}", number, lease, visible) == 1;

    public static bool Renew(SqliteSession session, long number, int lease, long until) =>
        session.Run($"UPDATE queue SET visible = $3 WHERE {Held}", number, lease, until) == 1;

    public static QueueCounts Count(SqliteSession session, long now)
    {
        using var rows = session.Rows(
            """
            SELECT COUNT(*), COUNT(*) FILTER (WHERE lease IS NOT NULL AND visible > $1), COALESCE(MIN(since), $1)
            FROM queue
            """,
            now);
        rows.Read();
        var age = TimeSpan.FromMilliseconds(Math.Max(0, now - rows.GetInt64(2)));
        return new QueueCounts(rows.GetInt32(0) - rows.GetInt32(1), rows.GetInt32(1), age, LetterTable.Count(session));
    }
}
