using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using ItsmAi.Connectors.Sqlite;
using ItsmAi.EndToEnd.RequestTracker;
using ItsmAi.Hosting.Reactions.Alerts;
using ItsmAi.Hosting.Standalone;
using ItsmAi.Incidents.Correlating;

namespace ItsmAi.EndToEnd.Monitoring;

/// <summary>Twenty thousand alerts come through a real Alertmanager while the process is killed ten times.</summary>
public sealed class When_alerts_storm_in(ITestOutputHelper output)
{
    private const int Alerts = 20_000;
    private const int Services = 200;

    [Fact]
    public async Task Should_lose_none_and_end_in_the_alertmanagers_own_state_within_its_memory()
    {
        var stop = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("itsmai-e2e").FullName;
        var port = Loopback.FreePort();
        await using var desk = await RealDesk.Start("http://127.0.0.1:9/", stop);
        using var installation = new WatchedInstallation(folder, port, desk, opensIncidents: false);
        await using var watching = await Watching.Start(installation.Hook, stop);
        using var http = new HttpClient();
        await installation.Start(stop);

        var random = new Random(11);
        var most = 0L;
        for (var part = 0; part < 10; part++)
        {
            await Tell(http, watching, part * (Alerts / 10), Alerts / 10, ends: null, stop);
            await Task.Delay(random.Next(200, 2000), stop);
            most = Math.Max(most, installation.MostMemory());
            await installation.KillAndStart(stop);
        }

        var over = TimeProvider.System.GetUtcNow();
        await Tell(http, watching, 0, Alerts / 2, over, stop);
        var told = await Active(http, watching, stop);
        Assert.Equal(Alerts / 2, told.Count);
        HashSet<string> known = [];
        for (var tries = 0; tries < 90 && !known.SetEquals(told); tries++)
        {
            await Task.Delay(2000, stop);
            most = Math.Max(most, installation.MostMemory());
            known = await Open(folder, stop);
        }

        output.WriteLine($"{Alerts} alerts; open here {known.Count}, there {told.Count}; most memory {most / 1024} MB");
        Assert.True(known.SetEquals(told), $"open here {known.Count}, there {told.Count}\n{installation.Said}");
        Assert.InRange(most, 1, 400 * 1024);
    }

    private static async Task Tell(HttpClient http, Watching watching, int from, int count, DateTimeOffset? ends, CancellationToken stop)
    {
        foreach (var chunk in Enumerable.Range(from, count).Chunk(1000))
        {
            var alerts = chunk.Select(number => new Dictionary<string, object>
            {
                ["labels"] = new Dictionary<string, string>
                {
                    ["alertname"] = $"Down{number}", ["service"] = $"service-{number % Services}", ["severity"] = "critical",
                },
                ["startsAt"] = "2026-01-05T08:00:00Z",
                ["endsAt"] = (ends ?? new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero)).ToString("O", CultureInfo.InvariantCulture),
            });
            using var answer = await http.PostAsJsonAsync(new Uri(watching.Alertmanager, "api/v2/alerts"), alerts, stop);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(stop));
        }
    }

    private static async Task<HashSet<string>> Active(HttpClient http, Watching watching, CancellationToken stop)
    {
        using var all = JsonDocument.Parse(await http.GetStringAsync(new Uri(watching.Alertmanager, "api/v2/alerts"), stop));
        return [.. all.RootElement.EnumerateArray().Select(alert => alert.GetProperty("fingerprint").GetString()!)];
    }

    /// <summary>What another process reads out of what was written down.</summary>
    private static async Task<HashSet<string>> Open(string folder, CancellationToken stop)
    {
        await using var data = await DataFolder.OpenOrMake(Path.Combine(folder, "data"), new QueueOptions(), TimeProvider.System, stop);
        var state = await new AlertBook(data.Records, () => new CorrelationRules())
            .Read("prometheus", TimeProvider.System.GetUtcNow(), stop);
        return [.. state.Groups.SelectMany(group => group.Lines).Where(line => line.IsOpen).Select(line => line.Fingerprint)];
    }
}
