namespace ItsmAi.Hosting.Tests.Reactions.Alerts;

public sealed class StormTests
{
    private const int Alerts = 2_000;
    private const int PerPost = 100;

    [Fact]
    public async Task A_storm_loses_no_alert_though_the_process_ends_ten_times_and_what_is_told_twice_counts_once()
    {
        await using var house = await WatchedHouse.Open("Shadow");
        var random = new Random(7);
        var all = Enumerable.Range(0, Alerts).Select(number => ($"Down{number}", $"service-{number % 40}", true, number % 10)).ToList();
        var dies = Enumerable.Range(0, 10).Select(_ => random.Next(Alerts / PerPost)).ToHashSet();

        for (var post = 0; post < Alerts / PerPost; post++)
        {
            var part = all.Skip(post * PerPost).Take(PerPost).ToList();
            Assert.Equal(202, (await house.Post(part)).Status);
            if (!dies.Contains(post)) continue;
            await house.Restart();
            Assert.Equal(202, (await house.Post(part)).Status);
        }

        await house.Drain();
        await house.Restart();
        var groups = (await house.Groups()).Groups;

        var lines = groups.SelectMany(group => group.Lines).ToList();
        Assert.Equal(Alerts, lines.Count);
        Assert.Equal(Alerts, lines.Select(line => line.Fingerprint).Distinct().Count());
        Assert.All(lines, line => Assert.True(line.IsOpen && line.Episodes == 1));
    }

    [Fact]
    public async Task It_ends_in_the_monitors_own_state()
    {
        await using var house = await WatchedHouse.Open("Shadow");
        var all = Enumerable.Range(0, 400).Select(number => ($"Down{number}", $"service-{number % 7}", true, 0)).ToList();
        foreach (var part in all.Chunk(PerPost)) await house.Post(part);
        foreach (var part in all.Take(300).Chunk(PerPost)) await house.Post(part.Select(alert => (alert.Item1, alert.Item2, false, 0)));
        await house.Drain();

        var lines = (await house.Groups()).Groups.SelectMany(group => group.Lines).ToList();

        Assert.Equal(
            all.Skip(300).Select(alert => alert.Item1).Order(StringComparer.Ordinal),
            lines.Where(line => line.IsOpen).Select(line => line.Name).Order(StringComparer.Ordinal));
    }
}
