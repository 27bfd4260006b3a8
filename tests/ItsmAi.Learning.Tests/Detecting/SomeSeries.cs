using ItsmAi.Learning.Detecting;
using ItsmAi.Learning.Series;

namespace ItsmAi.Learning.Tests.Detecting;

/// <summary>
/// Made-up monitoring series: a course of the day, noise, steps and spikes; some rows are missing, late or repeated.
/// </summary>
internal static class SomeSeries
{
    private static readonly TimeSpan Start = TimeSpan.FromDays(20_000);

    public static Sample[] Untidy(int seed, int rows)
    {
        var random = new Random(seed);
        double amplitude = random.Next(1, 20);
        double level = random.Next(-50, 50);
        double minutes = 0;
        return
        [
            .. Enumerable.Range(0, rows).Select(_ =>
            {
                minutes += random.Next(200) switch { 0 => 0, 1 => -60, 2 => 600, _ => 15 };
                level += random.Next(300) == 0 ? random.Next(-30, 30) : 0;
                double spike = random.Next(150) == 0 ? random.Next(20, 90) : 0;
                double value = level + (amplitude * Math.Sin(minutes / 1440 * 2 * Math.PI)) + random.NextDouble() + spike;
                return new Sample(Start + TimeSpan.FromMinutes(minutes), random.Next(100) == 0 ? double.NaN : value);
            }),
        ];
    }

    public static Sample[] Of(Func<int, double> value, int rows) =>
        [.. Enumerable.Range(0, rows).Select(row => new Sample(Start + TimeSpan.FromMinutes(15.0 * row), value(row)))];

    public static double[] Scores(IEnumerable<Sample> samples)
    {
        var detector = new AnomalyDetector();
        return [.. samples.Select(detector.Score)];
    }
}
