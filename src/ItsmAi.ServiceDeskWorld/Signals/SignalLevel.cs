namespace ItsmAi.ServiceDeskWorld.Signals;

/// <summary>The level of each family over time in days, before noise, spikes and gaps.</summary>
internal static class SignalLevel
{
    private const int Days = 28;

    public static Func<double, double> Of(SignalFamily family, Random random)
    {
        double b = random.Between(30, 60);
        double end = random.Between(0.6, 0.98) * Days;
        double amplitude = random.Between(0.5, 4);
        Func<double, double> season = t => amplitude * Math.Sin(2 * Math.PI * t);
        return family switch
        {
            SignalFamily.DiskLinear => t => b + ((100 - b) * t / end),
            SignalFamily.DiskCleanup => Cleanup(b, end, random),
            SignalFamily.DiskSeasonal => Grown(b, end, Enumerable.Range(0, Days * 288).Select(row => Office(row / 288.0))),
            SignalFamily.DiskBursty => Grown(b, end, Bursts(random)),
            SignalFamily.DiskAccel => Accelerating(b, end, random.Between(2, 6)),
            SignalFamily.MemLeak => Leak(b, end, end * random.Between(0.2, 0.5), season),
            SignalFamily.MemLeakGc => Collected(b, end, random),
            SignalFamily.Cert => t => Math.Max(0, Math.Ceiling(end - t)),
            SignalFamily.MemRestart => Saw(b, random.Chance(0.5) ? 3.5 : 7, (100 - b) * random.Between(0.5, 0.85)),
            SignalFamily.FlatNoise => _ => b + 20,
            SignalFamily.FlatSeasonal => t => b + 15 + (3 * season(t) * Week(t)),
            SignalFamily.SawStable => Saw(b, random.OneOf([0.25, 1, 7]), random.Between(10, 30)),
            SignalFamily.LevelShiftStable => Shift(b, random.Between(5, 25), random.Between(0.3, 0.8) * Days, 0),
            SignalFamily.StepThenFlat => Shift(b, random.Between(10, 30), random.Between(0.3, 0.8) * Days, random.Between(1, 2)),
            _ => throw new ArgumentOutOfRangeException(nameof(family)),
        };
    }

    public static double Between(this Random random, double low, double high) => low + (random.NextDouble() * (high - low));

    private static Func<double, double> Saw(double b, double period, double height) => t => b + (height * Part(t / period));

    private static Func<double, double> Cleanup(double b, double end, Random random)
    {
        double period = random.OneOf([1.0, 1, 2, 7]);
        double a = random.Between(5, 15);
        return t => b + ((100 - a - b) * t / end) + (a * Part(t / period));
    }

    private static Func<double, double> Collected(double b, double end, Random random)
    {
        double period = random.Between(1, 4) / 24;
        double height = random.Between(5, 20);
        return t => b + ((100 - b) * t / end) - height + (height * Part(t / period));
    }

    private static Func<double, double> Accelerating(double b, double end, double k) =>
        t => b + ((100 - b) * (Math.Exp(k * t / end) - 1) / (Math.Exp(k) - 1));

    private static Func<double, double> Leak(double b, double end, double from, Func<double, double> season) =>
        t => b + season(t) + (t < from ? 0 : (100 - b) * (t - from) / (end - from));

    private static Func<double, double> Shift(double b, double height, double at, double days) =>
        t => b + (t < at ? 0 : days <= 0 ? height : height * Math.Min(1, (t - at) / days));

    // What has grown by each row, scaled so that the limit is reached at the planned end.
    private static Func<double, double> Grown(double b, double end, IEnumerable<double> growth)
    {
        double sum = 0;
        double[] grown = [.. growth.Select(more => sum += more)];
        int Row(double t) => Math.Clamp((int)Math.Round(t * 288), 0, grown.Length - 1);
        return t => b + ((100 - b) * grown[Row(t)] / grown[Row(end)]);
    }

    private static IEnumerable<double> Bursts(Random random)
    {
        double next = Wait(random);
        for (int row = 0; row < Days * 288; row++)
        {
            double jump = 0;
            for (; next < (row + 1) / 288.0; next += Wait(random)) jump += Math.Exp(0.8 * random.Normal());
            yield return jump;
        }
    }

    private static double Wait(Random random) => -Math.Log(1 - random.NextDouble()) / 4;

    private static double Office(double t) =>
        Part(t) is > 8 / 24.0 and < 18 / 24.0 ? Math.Sin(Math.PI * ((Part(t) * 24) - 8) / 10) * Week(t) : 0;

    private static double Week(double t) => (int)t % 7 >= 5 ? 0.3 : 1;

    private static double Part(double x) => x - Math.Floor(x);

    /// <summary>A standard normal number (Box and Muller, 1958).</summary>
    public static double Normal(this Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
