using System.Globalization;

namespace ItsmAi.Hosting.Commands.Receipts.Evidence;

/// <summary>The time that an evidence pack is about, in UTC: from its beginning up to, and without, its end.</summary>
internal sealed record Period(DateTimeOffset From, DateTimeOffset Until)
{
    private const string Day = "yyyy-MM-dd";

    private const string Accepted = "a day or a time; use 2026-03-31 or 2026-03-31T12:00:00Z";

    public bool Holds(DateTimeOffset at) => From <= at && at < Until;

    /// <summary>A day as the end is part of the period: who says "to the 31st" means the 31st too.</summary>
    /// <exception cref="FormatException">One of them is missing, is no time, or they are the wrong way round.</exception>
    public static Period Read(string? from, string? to)
    {
        var (begin, _) = Parse("from", from);
        var (end, isDay) = Parse("to", to);
        var until = isDay ? end.AddDays(1) : end;
        return begin < until
            ? new Period(begin, until)
            : throw new FormatException($"to: \"{to}\" is not after \"{from}\"; use a later one");
    }

    private static (DateTimeOffset At, bool IsDay) Parse(string field, string? text)
    {
        if (text is null) throw new FormatException($"{field}: \"\" is not {Accepted}");
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParseExact(text, Day, CultureInfo.InvariantCulture, Utc, out var day)) return (day, true);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var at)
            ? (at, false)
            : throw new FormatException($"{field}: \"{text}\" is not {Accepted}");
    }
}
