using ItsmAi.EndToEnd.RequestTracker;

namespace ItsmAi.EndToEnd.Monitoring;

/// <summary>
/// A real Prometheus fires through its Alertmanager, the process is killed meanwhile, and a real Request Tracker shows one
/// incident that is opened, updated and resolved.
/// </summary>
public sealed class When_a_real_monitor_tells_of_alerts(ITestOutputHelper output)
{
    private const string Errors = """service_error_ratio{service="pay"}""";
    private const string Disk = """disk_used_percent{service="pay",host="db-1"}""";

    [Fact]
    public async Task Should_open_one_incident_keep_it_up_to_date_and_resolve_it_when_all_is_clear()
    {
        var stop = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("itsmai-e2e").FullName;
        var port = Loopback.FreePort();
        await using var desk = await RealDesk.Start($"http://127.0.0.1:{port}/api/tickets/rt-main", stop);
        using var installation = new WatchedInstallation(folder, port, desk);
        await using var watching = await Watching.Start(installation.Hook, stop);
        await installation.Start(stop);

        watching.Set(Errors, 0.4);
        await Until(desk, installation, all => all is [{ Status: "new" }], stop);
        await installation.KillAndStart(stop);
        watching.Set(Disk, 97);
        await Until(desk, installation, all => all is [{ Summary: var summary }] && summary.Contains("Fires (2)", StringComparison.Ordinal), stop);

        watching.Set(Disk, 50);
        await installation.KillAndStart(stop);
        await Until(desk, installation, all => all is [{ Status: "new", Summary: var summary }] && summary.Contains("Cleared (1)", StringComparison.Ordinal), stop);
        watching.Set(Errors, null);
        await installation.KillAndStart(stop);
        await Until(desk, installation, all => all is [{ Status: "resolved" }], stop);

        output.WriteLine(await installation.Verify(stop));
        Directory.Delete(folder, recursive: true);
    }

    private static async Task Until(
        RealDesk desk, WatchedInstallation installation, Func<IReadOnlyList<(string Status, string Summary)>, bool> there, CancellationToken stop)
    {
        IReadOnlyList<(string Status, string Summary)> seen = [];
        for (var tries = 0; tries < 300; tries++)
        {
            seen = await desk.All(stop);
            Assert.True(seen.Count <= 1, $"{seen.Count} incidents for one cause");
            if (there(seen)) return;
            await Task.Delay(500, stop);
        }

        Assert.Fail($"the desk shows [{string.Join("; ", seen)}]\n{installation.Said}");
    }
}
