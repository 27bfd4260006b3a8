namespace ItsmAi.Changes.Ledger;

/// <summary>The median of so many times; null where there was none to measure.</summary>
public sealed record MeasuredTime(TimeSpan? Median, int Of)
{
    /// <summary>The middle one, or the mean of the two in the middle.</summary>
    public static MeasuredTime Count(IEnumerable<TimeSpan?> times)
    {
        var known = times.OfType<TimeSpan>().Order().ToList();
        return known.Count == 0
            ? new MeasuredTime(null, 0)
            : new MeasuredTime((known[(known.Count - 1) / 2] + known[known.Count / 2]) / 2, known.Count);
    }

    public override string ToString() => Median is { } median ? $"{median.TotalHours:0.0} h (n {Of})" : "not measurable (n 0)";
}
