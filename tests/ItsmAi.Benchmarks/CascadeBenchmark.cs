using ItsmAi.ServiceDeskWorld.Cascades;

namespace ItsmAi.Benchmarks;

/// <summary>How well alerts are grouped by their cause, on simulated cascades whose causes are known.</summary>
public static class CascadeBenchmark
{
    /// <summary>Tuned on seeds 1 to 10; reported on these.</summary>
    private const int FirstSeed = 1001;
    private const int Seeds = 20;

    private static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    public static void Run(TextWriter output)
    {
        var runs = Enumerable.Range(FirstSeed, Seeds).Select(seed => ServiceCascades.Run(seed, Start)).ToList();
        output.WriteLine($"Alert groups on cascades: seeds {FirstSeed} to {FirstSeed + Seeds - 1}, {runs.Sum(run => run.Alerts.Count)} alerts");
        foreach (var (name, group) in CascadePeers.All)
        {
            var figures = new CascadeFigures();
            foreach (var run in runs) figures.Add(run.Alerts, group(run));
            output.WriteLine(
                $"  {name,-34} pair F1 {figures.PairF1:F3} (P {figures.PairPrecision:F3}, R {figures.PairRecall:F3}), "
                + $"B3 F1 {figures.BCubedF1:F3}, missed {figures.Missed} of {figures.Incidents}, "
                + $"pages per incident {(double)figures.Pages / figures.Incidents:F2}, compression {figures.Compression:F3}");
        }
    }
}
