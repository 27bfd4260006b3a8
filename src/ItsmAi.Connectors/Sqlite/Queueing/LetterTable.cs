using System.Globalization;
using ItsmAi.Connectors.Sqlite.Engine;
using ItsmAi.Desk.Events;
using Microsoft.Data.Sqlite;

namespace ItsmAi.Connectors.Sqlite.Queueing;

/// <summary>The messages that wait for a person, in the order in which they died.</summary>
internal static class LetterTable
{
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS dead_letters (
            number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, subject TEXT NOT NULL,
            message TEXT NOT NULL, says TEXT NOT NULL, attempts INTEGER NOT NULL, died INTEGER NOT NULL);
        """;

    private const string Columns = "number, id, subject, message, says, attempts, died";

    public static int Keep(SqliteSession session, DeadLetter letter) =>
        session.Run(
            """
            INSERT INTO dead_letters (id, subject, message, says, attempts, died) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (id) DO NOTHING
            """,
            letter.Id, letter.Subject, letter.Message, letter.Says, letter.Attempts,
            letter.DiedAt.ToUnixTimeMilliseconds());

    public static DeadLetter? Find(SqliteSession session, string id)
    {
        using var rows = session.Rows($"SELECT {Columns} FROM dead_letters WHERE id = $1", id);
        return rows.Read() ? Letter(rows) : null;
    }

    /// <summary>The next letters after the one numbered <paramref name="number"/>, each with its number.</summary>
    public static IReadOnlyList<(long Number, DeadLetter Letter)> After(SqliteSession session, long number)
    {
        using var rows = session.Rows(
            $"SELECT {Columns} FROM dead_letters WHERE number > $1 ORDER BY number LIMIT 100", number);
        var page = new List<(long, DeadLetter)>();
        while (rows.Read())
            page.Add((rows.GetInt64(0), Letter(rows)));
        return page;
    }

    public static bool Remove(SqliteSession session, string id) =>
        session.Run("DELETE FROM dead_letters WHERE id = $1", id) == 1;

    public static int Count(SqliteSession session) =>
        Convert.ToInt32(session.Ask("SELECT COUNT(*) FROM dead_letters"), CultureInfo.InvariantCulture);

    private static DeadLetter Letter(SqliteDataReader row) => new(
        row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetInt32(5),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6)));
}
