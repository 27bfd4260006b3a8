using System.Globalization;
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
        var from = int.Parse(Environment.GetEnvironmentVariable("CASCADE_SEED") ?? $"{FirstSeed}", CultureInfo.InvariantCulture);
        var count = int.Parse(Environment.GetEnvironmentVariable("CASCADE_SEEDS") ?? $"{Seeds}", CultureInfo.InvariantCulture);
        var runs = Enumerable.Range(from, count).Select(seed => ServiceCascades.Run(seed, Start)).ToList();
        output.WriteLine($"Alert groups on cascades: seeds {from} to {from + count - 1}, {runs.Sum(run => run.Alerts.Count)} alerts");
        if (Environment.GetEnvironmentVariable("CASCADE_DEBUG") is not null) { Debug(runs, output); return; }
        foreach (var (name, group) in Environment.GetEnvironmentVariable("ONLY") is null ? CascadePeers.All : CascadePeers.All.Take(1))
        {
            var figures = new CascadeFigures();
            foreach (var run in runs) figures.Add(run.Alerts, group(run));
            output.WriteLine(
                $"  {name,-34} pair F1 {figures.PairF1:F3} (P {figures.PairPrecision:F3}, R {figures.PairRecall:F3}), "
                + $"B3 F1 {figures.BCubedF1:F3}, missed {figures.Missed} of {figures.Incidents}, "
                + $"pages per incident {(double)figures.Pages / figures.Incidents:F2}, compression {figures.Compression:F3}");
        }
    }

    private static void Debug(List<ServiceCascades> runs, TextWriter output)
    {
        foreach (var run in runs)
        {
            var g = CascadePeers.Ours(run);
            var eps = run.Alerts.Zip(g).DistinctBy(p => p.First.Alert.Episode).ToList();
            foreach (var inc in eps.Where(e => e.First.Incident is not null).GroupBy(e => e.First.Incident!.Value))
            {
                var truth = run.Incidents.First(i => i.Incident == inc.Key);
                var parts = inc.GroupBy(e => e.Second).ToList();
                var missed = !parts.Any(p => 2 * p.Count() > eps.Count(e => e.Second == p.Key));
                if (parts.Count == 1 && !missed) continue;
                output.WriteLine($"incident {inc.Key} {(missed ? "MISSED" : "split")} root {truth.Root} silent {truth.IsRootSilent} services {truth.Services.Count}");
                foreach (var p in parts)
                {
                    var all = eps.Where(e => e.Second == p.Key).ToList();
                    output.WriteLine($"   {p.Key} mine {p.Count()} of {all.Count}: " + string.Join(", ", all.GroupBy(e => (e.First.Alert.Service, e.First.Incident)).Select(s => $"{s.Key.Service}{(s.Key.Incident == inc.Key ? "" : "!" + s.Key.Incident)}@{(s.Min(x => x.First.Alert.StartsAt) - truth.Start).TotalMinutes:F1}x{s.Count()}[{string.Join("+", run.Graph.Needs(s.Key.Service!))}]")));
                }
            }
        }
    }
}
