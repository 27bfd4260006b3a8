using ItsmAi.Desk.Alerts;
using ItsmAi.Desk.Landscape;
using ItsmAi.Incidents.Correlating;

namespace ItsmAi.Incidents.Tests.Correlating;

/// <summary>Alerts and a small landscape: shop needs cart and pay, both need db; lone needs nothing.</summary>
internal static class Alerts
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly string[] Names = ["shop", "cart", "pay", "db", "lone", "far"];

    public static ServiceGraph Graph { get; } = ServiceGraph.Create(
        [.. Names.Select(name => new ServiceNode(name, name == "shop" ? "edge" : "app"))],
        [new("shop", "cart"), new("shop", "pay"), new("cart", "db"), new("pay", "db")],
        out _)!;

    public static CorrelationRules Rules { get; } = new() { Graph = Graph };

    public static Alert Firing(string service, double startMinute, string name = "Down") => new()
    {
        Fingerprint = $"{name}|{service}",
        Name = name,
        Status = AlertStatus.Firing,
        StartsAt = Start.AddMinutes(startMinute),
        Severity = AlertSeverity.Critical,
        Service = service,
    };

    public static Alert Resolved(string service, double startMinute, double endMinute, string name = "Down") =>
        Firing(service, startMinute, name) with { Status = AlertStatus.Resolved, EndsAt = Start.AddMinutes(endMinute) };

    /// <summary>The last step of alerts that arrive at so many minutes.</summary>
    public static CorrelationStep Play(CorrelationRules rules, params (double Minute, Alert Alert)[] arrivals)
    {
        CorrelationStep? step = null;
        foreach (var (minute, alert) in arrivals)
            step = CorrelateAlert.Step(step?.State ?? CorrelationState.Empty, alert, Start.AddMinutes(minute), rules);
        return step!;
    }

    /// <summary>A stream of chance: alerts of all services that fire, repeat, clear, come twice and late.</summary>
    public static List<(double Minute, Alert Alert)> Stream(int seed, int episodes)
    {
        var random = new Random(seed);
        var stream = new List<(double Minute, Alert Alert)>();
        for (var number = 0; number < episodes; number++)
        {
            var service = Names[random.Next(Names.Length)];
            var name = $"N{random.Next(3)}";
            var start = random.NextDouble() * 400;
            var end = start + 1 + (random.NextDouble() * 40);
            for (var at = start; at < end; at += 4) stream.Add((at + (random.NextDouble() < .1 ? 5 : 0), Firing(service, start, name)));
            stream.Add((end, Resolved(service, start, end, name)));
        }

        return [.. stream.OrderBy(arrival => arrival.Minute)];
    }
}
