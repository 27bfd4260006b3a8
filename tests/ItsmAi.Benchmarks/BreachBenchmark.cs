using System.Globalization;
using ItsmAi.Learning.Evaluation;
using ItsmAi.ServiceDeskWorld.Signals;

namespace ItsmAi.Benchmarks;

/// <summary>Time to breach on simulated series that nothing was tuned on, beside Prometheus' predict_linear.</summary>
public static class BreachBenchmark
{
    private static readonly string[] Methods = ["ours", "predict_linear 6 h", "predict_linear 24 h"];

    public static void Run(TextWriter output) => Run(output, Environment.GetEnvironmentVariable("ITSMAI_BREACH_SEEDS") ?? "1001-1020");

    private static void Run(TextWriter output, string seeds)
    {
        int[] ends = [.. seeds.Split('-').Select(text => int.Parse(text, CultureInfo.InvariantCulture))];
        BreachReplay[] replays =
        [
            .. from family in Enum.GetValues<SignalFamily>()
               from seed in Enumerable.Range(ends[0], ends[1] - ends[0] + 1)
               select BreachReplay.Of(BreachSimulator.Of(family, seed)),
        ];
        output.WriteLine($"Time to breach: seeds {seeds}, n = {replays.Length} series");
        foreach (double horizon in new[] { 24.0, 72 })
        {
            output.WriteLine($" horizon {horizon} h: detected (95 %), false alarms per series-week, median error, median lead");
            for (int method = 0; method < Methods.Length; method++)
                Print(output, Methods[method], Tally(replays, method, horizon));
            foreach (var family in Enum.GetValues<SignalFamily>())
            {
                BreachReplay[] some = [.. replays.Where(replay => replay.Signal.Family == family)];
                output.WriteLine($"  {family,-18}" + string.Join(" | ", Enumerable.Range(0, 3).Select(method => Short(Tally(some, method, horizon)))));
            }

            PrintCuts(output, replays, horizon);
        }
    }

    private static string Short(BreachTally tally) => string.Create(CultureInfo.InvariantCulture,
        $"{tally.Detected,2}/{tally.Breaching,-2} false {tally.FalseAlarms,3} error {tally.MedianError,5:F2}");

    private static void Print(TextWriter output, string name, BreachTally tally) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"  {name,-20} {tally.Detected}/{tally.Breaching} {tally.Share:F3} ({tally.Interval.Low:F3}-{tally.Interval.High:F3}) "
        + $"{tally.FalsePerWeek:F3} {tally.MedianError:F2} {tally.MedianLead:F1} h"));

    private static BreachTally Tally(IEnumerable<BreachReplay> replays, int method, double horizon)
    {
        var tally = new BreachTally(horizon);
        foreach (var replay in replays) tally.Add(replay.Day[method], replay.BreachHour);
        return tally;
    }

    private static void PrintCuts(TextWriter output, BreachReplay[] replays, double horizon)
    {
        var cuts = new BreachCutPoints(horizon);
        foreach (var replay in replays)
        {
            foreach (var answer in (horizon > 24 ? replay.Three : replay.Day[0]).Where((_, at) => at % 24 == 0))
                cuts.Add(answer, replay.BreachHour, replay.EndHour);
        }

        var (right, said, breaching) = cuts.AtHalf;
        var coverage = WilsonInterval.Of(cuts.Covered, cuts.Intervals);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  daily cuts n = {cuts.Cuts}: Brier {cuts.Brier:F4}, skill {cuts.Skill:F2}; at 0.5 recall {right}/{breaching}, "
            + $"precision {right}/{said}; 80 % interval covers {cuts.Covered}/{cuts.Intervals} ({coverage.Low:F3}-{coverage.High:F3})"));
        foreach (var (count, mean, came) in cuts.Calibration())
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    n = {count,5}: said {mean:F2}, came {came:F2}"));
    }
}
