using ItsmAi.Learning.Evaluation;
using ItsmAi.Learning.Forecasting;
using ItsmAi.ServiceDeskWorld.Signals;

namespace ItsmAi.Benchmarks;

/// <summary>A simulated series replayed hour by hour from the second day until its breach, by ours and by its peers.</summary>
public sealed record BreachReplay(
    SimulatedSignal Signal, double? BreachHour, double EndHour, IReadOnlyList<IReadOnlyList<BreachAnswer>> Day, IReadOnlyList<BreachAnswer> Three)
{
    public static BreachReplay Of(SimulatedSignal signal)
    {
        var limit = new BreachLimit(signal.Threshold, signal.IsBelow);
        var ours = new BreachForecaster(limit);
        PredictLinear[] peers = [new(limit, TimeSpan.FromHours(6)), new(limit, TimeSpan.FromHours(24))];
        List<BreachAnswer>[] said = [[], [], []];
        List<BreachAnswer> three = [];
        double start = signal.Samples[0].Time.TotalHours;
        double next = start + 24;
        foreach (var sample in signal.Samples)
        {
            double now = sample.Time.TotalHours;
            if (signal.BreachAt is { } breach && sample.Time >= breach) break;
            ours.Add(sample);
            foreach (var peer in peers) peer.Add(sample);
            if (now < next) continue;
            next++;
            var times = ours.Times();
            double median = times?.Quantile(0.5) ?? double.PositiveInfinity;
            double low = times?.Quantile(0.1) ?? double.NaN;
            double high = times?.Quantile(0.9) ?? double.NaN;
            said[0].Add(new BreachAnswer(now, median, times?.Within(24) ?? 0, low, high));
            three.Add(new BreachAnswer(now, median, times?.Within(72) ?? 0, low, high));
            for (int peer = 0; peer < 2; peer++)
                said[peer + 1].Add(new BreachAnswer(now, peers[peer].HoursToBreach(sample.Time)));
        }

        return new BreachReplay(signal, signal.BreachAt?.TotalHours, start + (28 * 24), said, three);
    }
}
