namespace ItsmAi.Learning.Forecasting;

/// <summary>The robust line of Theil (1950) and Sen (1968): the median of the slopes between pairs of points.</summary>
internal sealed record TheilSen(double Slope, double Level, IReadOnlyList<double> Slopes, IReadOnlyList<double> Residuals)
{
    /// <summary>The line through two or more points, with its level at <paramref name="now"/>.</summary>
    public static TheilSen Fit(IReadOnlyList<(double X, double Y)> points, double now)
    {
        List<double> slopes = [];
        for (int a = 0; a < points.Count; a++)
        {
            for (int b = a + 1; b < points.Count; b++)
            {
                double apart = points[b].X - points[a].X;
                if (Math.Abs(apart) > 1) slopes.Add((points[b].Y - points[a].Y) / apart);
            }
        }

        double slope = slopes.Count == 0 ? 0 : Median(slopes);
        double level = Median([.. points.Select(point => point.Y + (slope * (now - point.X)))]);
        double[] residuals = [.. points.Select(point => point.Y - level - (slope * (point.X - now)))];
        return new TheilSen(slope, level, slopes, residuals);
    }

    /// <summary>The standard deviation of the residuals as their median absolute deviation has it.</summary>
    public double Spread => 1.4826 * Median([.. Residuals.Select(Math.Abs)]);

    public static double Median(List<double> numbers)
    {
        numbers.Sort();
        int middle = numbers.Count / 2;
        return numbers.Count % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
    }
}
