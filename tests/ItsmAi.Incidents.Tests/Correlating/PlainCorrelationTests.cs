using ItsmAi.Desk.Alerts;
using ItsmAi.Desk.Landscape;
using ItsmAi.Incidents.Correlating;

namespace ItsmAi.Incidents.Tests.Correlating;

/// <summary>Groups that are found by what they share are the groups that looking at every one of them finds.</summary>
public sealed class PlainCorrelationTests
{
    private const int Streams = 2_400;

    /// <summary>Every reason there is; what no stream reaches would be agreed on without a look.</summary>
    private static readonly string[] Reasons = ["alerts in both", "which alerts", "both say", "began together", "both need", "a single alert"];

    [Fact]
    public void Every_stream_gives_the_groups_sentences_and_findings_that_a_look_at_every_group_gives()
    {
        var missing = Reasons.ToHashSet(StringComparer.Ordinal);
        for (var seed = 0; seed < Streams; seed++)
        {
            var random = new Random(seed);
            var rules = Rules(random);
            var (plain, quick) = (CorrelationState.Empty, CorrelationState.Empty);
            var number = 0;
            foreach (var (minute, alert) in Stream(random, seed % 200 == 0 ? 1_500 : random.Next(20, 120)))
            {
                var at = Alerts.Start.AddMinutes(minute);
                var expected = PlainCorrelation.Step(plain, alert, at, rules);
                var step = CorrelateAlert.Step(quick, alert, at, rules);
                Same(expected.Absorbed, expected.AgedOut, step.Absorbed, step.AgedOut, $"seed {seed}, alert {number}");
                Assert.True(expected.What.GetType() == step.What.GetType(), $"seed {seed}, alert {number}: {step.What}");
                Assert.Equal(CorrelationJson.Write(expected.What.Group), CorrelationJson.Write(step.What.Group));
                (plain, quick) = (expected.State, step.State);
                if (random.Next(12) == 0)
                {
                    var (passed, passes) = (PlainCorrelation.Until(plain, at.AddMinutes(2), rules), LetTimePass.Until(quick, at.AddMinutes(2), rules));
                    Same(passed.Absorbed, passed.AgedOut, passes.Absorbed, passes.AgedOut, $"seed {seed}, time after alert {number}");
                    (plain, quick) = (passed.State, passes.State);
                }

                if (random.Next(20) == 0) quick = CorrelationJson.ReadState(CorrelationJson.Write(quick));
                if (random.Next(10) == 0) Assert.Equal(CorrelationJson.Write(plain), CorrelationJson.Write(quick));
                missing.RemoveWhere(reason => expected.What.Group.Lines.Any(line => line.Because.Contains(reason, StringComparison.Ordinal)));
                number++;
            }

            Assert.Equal(CorrelationJson.Write(plain), CorrelationJson.Write(quick));
        }

        Assert.Empty(missing);
    }

    private static void Same(
        IReadOnlyList<Absorption> absorbed, IReadOnlyList<AlertGroup> agedOut,
        IReadOnlyList<Absorption> absorbs, IReadOnlyList<AlertGroup> agesOut, string where)
    {
        Assert.True(absorbed.SequenceEqual(absorbs), $"{where}: {string.Join("; ", absorbs)}, not {string.Join("; ", absorbed)}");
        Assert.Equal(agedOut.Select(CorrelationJson.Write), agesOut.Select(CorrelationJson.Write));
    }

    private static CorrelationRules Rules(Random random)
    {
        List<ServiceNode> services = [.. Enumerable.Range(0, 16).Select(number => new ServiceNode($"s{number}", "app"))];
        List<Dependency> needs = [.. Enumerable.Range(0, random.Next(24))
            .Select(_ => (From: random.Next(16), To: random.Next(16))).Where(pair => pair.From != pair.To)
            .Select(pair => new Dependency($"s{pair.From}", $"s{pair.To}"))];
        return new CorrelationRules
        {
            Graph = random.Next(5) == 0 ? ServiceGraph.Empty : ServiceGraph.Create(services, needs, out _)!,
            LinesPerGroup = random.Next(3) == 0 ? random.Next(2, 8) : 500,
            ForgetAfter = random.Next(3) == 0 ? TimeSpan.FromMinutes(20) : TimeSpan.FromHours(24),
            FlapStarts = random.Next(2, 10),
            Maintenance = [new MaintenanceWindow
            {
                From = Alerts.Start, To = Alerts.Start.AddHours(1), DeclaredBy = "mira", Service = "s1",
            }],
        };
    }

    /// <summary>Bursts and single alerts with and without services and ties, that flap, repeat, clear first, and whose clocks are wrong.</summary>
    private static List<(double Minute, Alert Alert)> Stream(Random random, int alerts)
    {
        var stream = new List<(double Minute, Alert Alert)>();
        var until = alerts * (0.05 + random.NextDouble());
        var centre = 0.0;
        while (stream.Count < alerts)
        {
            if (random.Next(6) == 0) centre = random.NextDouble() * until;
            var begin = centre + (random.NextDouble() * 7);
            var service = random.Next(5) == 0 ? null : $"s{random.Next(18)}";
            var one = Alerts.Firing(service ?? "none", begin, $"N{random.Next(4)}") with
            {
                Service = service,
                Host = random.Next(4) == 0 ? $"h{random.Next(6)}" : null,
                Labels = random.Next(5) == 0 ? new Dictionary<string, string> { ["pod"] = $"p{random.Next(4)}" } : [],
            };
            var shift = random.Next(12) switch { 0 => 30, 1 => -90, 2 => -4, _ => 0 };
            for (var episode = random.Next(1, 5); episode > 0; episode--)
            {
                one = one with { StartsAt = Alerts.Start.AddMinutes(begin + shift) };
                var end = begin + (random.NextDouble() * random.Next(1, 30));
                if (random.Next(10) > 0) stream.Add((begin, one));
                if (random.Next(5) == 0) stream.Add((begin + (random.NextDouble() * 9), one));
                if (random.Next(10) > 2)
                    stream.Add((end, one with { Status = AlertStatus.Resolved, EndsAt = Alerts.Start.AddMinutes(end + shift) }));
                begin = end + (random.NextDouble() * random.Next(1, 20));
            }
        }

        return [.. stream.OrderBy(arrival => arrival.Minute + (random.Next(15) == 0 ? 3 : 0))];
    }
}
