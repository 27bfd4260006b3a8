using System.Globalization;

namespace ItsmAi.Hosting.Files.Series;

/// <summary>Times of a series: ISO 8601, in UTC where no zone is written.</summary>
public static class SeriesTime
{
    /// <summary>What is read as a time, for whoever wrote something else.</summary>
    public const string Accepted = "ISO 8601 such as 2026-01-20T03:00:00Z; without a zone it is UTC";

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mmK",
        "yyyyMMdd'T'HHmmss.FFFFFFFK", "yyyyMMdd'T'HHmmK", "yyyy-MM-dd",
    ];

    /// <summary>The time since the Unix epoch, where the text is one.</summary>
    public static bool TryRead(string text, out TimeSpan time)
    {
        bool isRead = DateTimeOffset.TryParseExact(
            text.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset read);
        time = read - DateTimeOffset.UnixEpoch;
        return isRead;
    }

    /// <summary>The time as it is written in reports.</summary>
    public static string Write(TimeSpan time) => (DateTimeOffset.UnixEpoch + time).UtcDateTime
        .ToString(time.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
            CultureInfo.InvariantCulture);
}
