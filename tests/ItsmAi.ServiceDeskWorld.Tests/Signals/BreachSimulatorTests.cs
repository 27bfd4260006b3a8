using ItsmAi.ServiceDeskWorld.Signals;

namespace ItsmAi.ServiceDeskWorld.Tests.Signals;

public sealed class BreachSimulatorTests
{
    public static TheoryData<SignalFamily, bool> Families() => new(
        Enum.GetValues<SignalFamily>().Select(family => new TheoryDataRow<SignalFamily, bool>(family, family <= SignalFamily.Cert)));

    [Theory]
    [MemberData(nameof(Families))]
    public void A_family_breaches_late_in_its_run_or_never(SignalFamily family, bool breaches)
    {
        for (int seed = 1; seed <= 8; seed++)
        {
            var signal = BreachSimulator.Of(family, seed);
            Assert.Equal(28 * 288, signal.Samples.Count);
            Assert.Equal(breaches, signal.BreachAt is not null);
            if (signal.BreachAt is { } at) Assert.InRange((at - signal.Samples[0].Time).TotalDays, 0.55 * 28, 28);
        }
    }

    [Fact]
    public void The_breach_is_the_first_of_three_rows_at_the_limit()
    {
        var signal = BreachSimulator.Of(SignalFamily.DiskLinear, 3);
        var from = signal.Samples.Where(sample => !sample.IsMissing && sample.Time >= signal.BreachAt).Take(3);
        Assert.All(from, sample => Assert.Equal(100, sample.Value));
        var before = signal.Samples.Where(sample => !sample.IsMissing && sample.Time < signal.BreachAt).ToList();
        Assert.DoesNotContain(Enumerable.Range(2, before.Count - 2), at => before[(at - 2)..(at + 1)].TrueForAll(one => one.Value >= 100));
    }

    [Fact]
    public void A_seed_stands_for_one_series() =>
        Assert.Equal(BreachSimulator.Of(SignalFamily.MemLeak, 4).Samples, BreachSimulator.Of(SignalFamily.MemLeak, 4).Samples);

    [Fact]
    public void Some_samples_are_missing_but_few() =>
        Assert.InRange(BreachSimulator.Of(SignalFamily.FlatNoise, 5).Samples.Count(sample => sample.IsMissing), 15, 75);
}
