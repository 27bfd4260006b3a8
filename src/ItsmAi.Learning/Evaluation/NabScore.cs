namespace ItsmAi.Learning.Evaluation;

/// <summary>
/// The score of the Numenta Anomaly Benchmark (Lavin and Ahmad 2015): an early hit in a window counts most, each false
/// alarm costs, 0 is no alarm at all and 100 an alarm at the start of every window and no other.
/// </summary>
public sealed record NabScore(double Final, double Threshold, double Raw)
{
    private const double AboveAll = 1.1;

    /// <summary>The score at the threshold that is best for all of the series together.</summary>
    public static NabScore Best(IReadOnlyList<NabSeries> series, NabProfile profile)
    {
        List<Row> rows = [.. RowsOf(series, profile).OrderByDescending(row => row.Score)];
        double?[] windows = Windows(rows, series);
        double raw = windows.Count(window => window is not null) * -profile.Miss;
        (double bestRaw, double bestThreshold) = (raw, AboveAll);
        for (int at = 0; at < rows.Count; at++)
        {
            raw += Detect(rows[at], windows, profile);
            bool isLastOfItsScore = at + 1 == rows.Count || rows[at + 1].Score < rows[at].Score;
            if (isLastOfItsScore && raw > bestRaw)
                (bestRaw, bestThreshold) = (raw, rows[at].Score);
        }
        return new NabScore(Normalised(bestRaw, series, profile), bestThreshold, bestRaw);
    }

    /// <summary>The score at a threshold that was chosen elsewhere.</summary>
    public static NabScore At(IReadOnlyList<NabSeries> series, NabProfile profile, double threshold)
    {
        List<Row> rows = [.. RowsOf(series, profile)];
        double?[] windows = Windows(rows, series);
        double raw = windows.Count(window => window is not null) * -profile.Miss;
        foreach (Row row in rows.Where(row => row.Score >= threshold))
            raw += Detect(row, windows, profile);
        return new NabScore(Normalised(raw, series, profile), threshold, raw);
    }

    /// <summary>The score of both halves, each at the threshold that is best for the other half: series in turns.</summary>
    public static double Transferred(IReadOnlyList<NabSeries> series, NabProfile profile)
    {
        NabSeries[] even = [.. series.Where((_, at) => at % 2 == 0)];
        NabSeries[] odd = [.. series.Where((_, at) => at % 2 == 1)];
        double raw = At(even, profile, Best(odd, profile).Threshold).Raw + At(odd, profile, Best(even, profile).Threshold).Raw;
        return Normalised(raw, series, profile);
    }

    // Nothing stands for a window that lies in the probation as a whole: it can be neither hit nor missed.
    private static double?[] Windows(List<Row> rows, IReadOnlyList<NabSeries> series)
    {
        double?[] windows = new double?[series.Sum(one => one.Windows.Count)];
        foreach (Row row in rows.Where(row => row.Window >= 0))
            windows[row.Window] = double.NegativeInfinity;
        return windows;
    }

    private static double Detect(Row row, double?[] windows, NabProfile profile)
    {
        if (row.Window < 0)
            return row.Value;
        double before = windows[row.Window] ?? double.NegativeInfinity;
        if (row.Value <= before)
            return 0;
        windows[row.Window] = row.Value;
        return row.Value - (double.IsNegativeInfinity(before) ? -profile.Miss : before);
    }

    private static double Normalised(double raw, IReadOnlyList<NabSeries> series, NabProfile profile)
    {
        int windows = series.Sum(one => one.Windows.Count);
        double none = -profile.Miss * windows;
        return 100 * (raw - none) / ((profile.Hit * windows) - none);
    }

    private static IEnumerable<Row> RowsOf(IReadOnlyList<NabSeries> series, NabProfile profile)
    {
        int before = 0;
        foreach (NabSeries one in series)
        {
            (int Left, int Right)[] windows = [.. one.WindowRows.OrderBy(window => window.Left)];
            int next = 0;
            for (int row = 0; row < one.Scores.Count; row++)
            {
                while (next < windows.Length && windows[next].Right < row)
                    next++;
                if (row < one.Probation)
                    continue;
                bool isInside = next < windows.Length && row >= windows[next].Left;
                double value = isInside ? Inside(windows[next], row, profile) : Outside(windows, next, row, profile);
                yield return new Row(one.Scores[row], value, isInside ? before + next : -1);
            }
            before += windows.Length;
        }
    }

    private static double Inside((int Left, int Right) window, int row, NabProfile profile)
    {
        double width = window.Right - window.Left + 1;
        return profile.Hit * Sigmoid(-(window.Right - row + 1) / width) / Sigmoid(-1);
    }

    private static double Outside((int Left, int Right)[] windows, int next, int row, NabProfile profile)
    {
        if (next == 0)
            return -profile.FalseAlarm;
        (int left, int right) = windows[next - 1];
        return profile.FalseAlarm * Sigmoid((row - right) / (double)(right - left));
    }

    private static double Sigmoid(double x) => x > 3 ? -1 : (2 / (1 + Math.Exp(5 * x))) - 1;

    private sealed record Row(double Score, double Value, int Window);
}
