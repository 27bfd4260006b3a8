namespace ItsmAi.Hosting.Standalone;

/// <summary>One field of a schedule: the numbers that fit.</summary>
internal sealed class CronField
{
    private static readonly string[] MonthNames =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] WeekdayNames =
        ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    private readonly bool[] _fits;

    private CronField(bool[] fits) => _fits = fits;

    public static IReadOnlyList<Kind> All { get; } =
    [
        new("second", 0, 59, []), new("minute", 0, 59, []), new("hour", 0, 23, []), new("day", 1, 31, []),
        new("month", 1, 12, MonthNames), new("weekday", 0, 7, WeekdayNames),
    ];

    public static CronField Read(Kind kind, string text)
    {
        var fits = new bool[kind.Last + 1];
        foreach (var part in text.Split(',')) Take(kind, part, fits);
        if (kind.IsWeekday) fits[0] |= fits[7];
        return new CronField(fits);
    }

    public bool Has(int value) => _fits[value];

    /// <summary>The first number from <paramref name="value"/> on that fits.</summary>
    public int? From(int value)
    {
        for (; value < _fits.Length; value++)
        {
            if (_fits[value]) return value;
        }

        return null;
    }

    private static void Take(Kind kind, string part, bool[] fits)
    {
        var slash = part.Split('/');
        if (slash.Length > 2) throw Refused(kind, part);
        var step = slash.Length == 1 ? 1 : Number(kind, part, slash[1], 1, kind.Last);
        var (low, high) = Range(kind, part, slash[0], open: slash.Length == 2);
        for (var value = low; value <= high; value += step) fits[value] = true;
    }

    private static (int Low, int High) Range(Kind kind, string part, string text, bool open)
    {
        // 7 is a second name of Sunday, so a star ends before it.
        var last = kind.IsWeekday ? 6 : kind.Last;
        if (text == "*") return (kind.First, last);
        var ends = text.Split('-');
        if (ends.Length > 2) throw Refused(kind, part);
        var low = Value(kind, part, ends[0]);
        var high = ends.Length == 2 ? Value(kind, part, ends[1]) : open ? last : low;
        if (kind.IsWeekday && low > 0 && high == 0) high = 7;
        return low <= high ? (low, high) : throw Refused(kind, part);
    }

    private static int Value(Kind kind, string part, string text)
    {
        var named = text.Length < 3 ? -1 : Array.FindIndex(kind.Names, name =>
            name.Equals(text, StringComparison.OrdinalIgnoreCase)
            || (text.Length == 3 && name.StartsWith(text, StringComparison.OrdinalIgnoreCase)));
        return named >= 0 ? named + kind.FirstName : Number(kind, part, text, kind.First, kind.Last);
    }

    private static int Number(Kind kind, string part, string text, int least, int most) =>
        text.Length is 1 or 2 && text.All(char.IsAsciiDigit) && int.Parse(text) is var number
        && number >= least && number <= most
            ? number
            : throw Refused(kind, part);

    private static FormatException Refused(Kind kind, string part) =>
        new($"{kind.Name}: \"{part}\" is not understood; use {kind.First} to {kind.Last}"
            + (kind.Names.Length > 0 ? $" or {kind.Names[0][..3]} to {kind.Names[^1][..3]}" : "")
            + ", a range a-b from low to high, a step */n or a-b/n, or a list a,b");

    /// <summary>What a field may hold.</summary>
    internal sealed record Kind(string Name, int First, int Last, string[] Names)
    {
        public bool IsWeekday => Last == 7;

        public int FirstName => IsWeekday ? 0 : 1;
    }
}
