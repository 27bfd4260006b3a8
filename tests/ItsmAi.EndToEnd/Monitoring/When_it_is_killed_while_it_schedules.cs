using System.Globalization;
using System.Text;
using ItsmAi.Changes.Requests;
using ItsmAi.Connectors.Sqlite;
using ItsmAi.Desk.People;
using ItsmAi.EndToEnd.RequestTracker;
using ItsmAi.Governance.Receipts;
using ItsmAi.Hosting.Reactions.Changes;
using ItsmAi.Hosting.Standalone;

namespace ItsmAi.EndToEnd.Monitoring;

/// <summary>
/// Six disks that fill are pushed to the process, which schedules a change for each at a real Request Tracker while it is
/// killed at ten random moments.
/// </summary>
public sealed class When_it_is_killed_while_it_schedules(ITestOutputHelper output)
{
    private const int Disks = 6;
    private const string Token = "0123456789abcdef-sender";

    [Fact]
    public async Task Should_have_one_change_and_one_record_for_each_and_lose_no_measurement()
    {
        var stop = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("itsmai-e2e").FullName;
        var port = Loopback.FreePort();
        await using var desk = await RealDesk.Start("http://127.0.0.1:9/", stop);
        await Configure(folder, desk, stop);
        using var served = new Served(folder, port, new Dictionary<string, string>
        {
            ["RT_TOKEN"] = desk.BotToken, ["RT_SECRET"] = RealDesk.Secret, ["SENDER_TOKEN"] = Token,
        });
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/"), Timeout = TimeSpan.FromSeconds(10) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", Token);
        await served.Start(stop);

        var random = new Random(31);
        var now = TimeProvider.System.GetUtcNow();
        for (var part = 0; part < 10; part++)
        {
            // What was pushed and not answered is pushed again, as senders do.
            var (lines, wait, answered) = (Lines(part % Disks, now), random.Next(50, 3000), false);
            await Task.WhenAll(Tell(), Die());
            if (!answered) Assert.True(await Push(http, lines, stop), served.Said);

            async Task Tell() => answered = await Push(http, lines, stop);

            async Task Die()
            {
                await Task.Delay(wait, stop);
                await served.KillAndStart(stop);
            }
        }

        for (var tries = 0; tries < 60 && (await desk.All(stop)).Count < Disks; tries++) await Task.Delay(1000, stop);
        // Whoever was killed while it opened the last one asks again after it has settled.
        await Task.Delay(25_000, stop);
        await served.Kill(stop);

        Assert.Equal(Enumerable.Repeat("new", Disks), (await desk.All(stop)).Select(ticket => ticket.Status));
        await using var data = await DataFolder.OpenOrMake(Path.Combine(folder, "data"), new QueueOptions(), TimeProvider.System, stop);
        var cases = await new ChangeCases(data.Records, new ReceiptChain(data.Records), new Person("itsmai"), TimeProvider.System).All(stop);
        Assert.Equal(Enumerable.Range(0, Disks).Select(disk => $"srv-{disk}"), cases.Select(one => one.Change.Item.Id).Order());
        Assert.All(cases, one => Assert.Equal(ChangeState.Scheduled, one.Change.State));
        Assert.Equal(Disks, cases.Select(one => one.Ticket!.Number).Distinct().Count());
        var receipts = (await new DecisionBook(data.Records).Latest(1000, stop)).Select(line => line.Receipt).ToList();
        Assert.Equal(Disks, receipts.Count(one => one is { Kind: ReceiptKind.Applied, Opened: not null }));
        Assert.Equal(cases.Sum(one => one.Change.Moves.Count), receipts.Count(one => one.Kind == ReceiptKind.ChangeMoved));
        Assert.True((await VerifyReceipts.Walk(data.Records, stop)).Holds);
        output.WriteLine($"{Disks} changes, {receipts.Count} receipts, ten kills");
    }

    private static async Task<bool> Push(HttpClient http, string lines, CancellationToken stop)
    {
        try
        {
            using var content = new StringContent(lines, Encoding.UTF8);
            using var answer = await http.PostAsync(new Uri("api/signals/collector", UriKind.Relative), content, stop);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>A week at a quarter of a percent an hour: full in 60 hours.</summary>
    private static string Lines(int disk, DateTimeOffset now)
    {
        var lines = new StringBuilder();
        for (var at = -168 * 6; at <= 0; at++)
        {
            var value = 80 + (at / 6.0 * 0.25);
            lines.Append(
                CultureInfo.InvariantCulture,
                $$"""{"series":"disk-{{disk}}","at":"{{now.AddMinutes(at * 10):O}}","value":{{value:0.000}},"unit":"percent"}""").Append('\n');
        }

        return lines.ToString();
    }

    private static async Task Configure(string folder, RealDesk desk, CancellationToken stop)
    {
        async Task Write(string name, string text) => await File.WriteAllTextAsync(Path.Combine(folder, name), text, stop);
        await Write("policy.yaml", """
            version: 1
            owner: change.owner
            rules:
              - { name: raise, action: RaiseChange, level: Auto, because: a predicted failure gets a change record }
              - { name: keep, action: UpdateChange, level: Auto, because: the record says where the change stands }
            """);
        var disks = Enumerable.Range(0, Disks).ToList();
        await Write("series.yaml", "items:\n"
            + string.Concat(disks.Select(disk => $"  - {{ id: srv-{disk}, class: server }}\n"))
            + "series:\n"
            + string.Concat(disks.Select(disk =>
                $"  - {{ name: disk-{disk}, unit: percent, direction: rises, threshold: 95, owner: olga, item: srv-{disk}, condition: disk-full, history: 9d }}\n")));
        await Write("changes.yaml", """
            version: 1
            roles:
              - { name: change-authority, people: [carl] }
              - { name: delegated-approver, people: [dora] }
              - { name: emergency-approver, people: [emma] }
              - { name: server-administrator, people: [kim] }
            teams:
              - { name: Server, changesPerWeek: 40, zone: UTC }
            models:
              - { id: disk-extension, version: 1, author: kim, team: Server, scope: { classes: [server], conditions: [disk-full] },
                  steps: [Add space to the volume, Check that the free space has risen], backOut: Restore the snapshot, duration: 1h,
                  roles: [server-administrator], preAuthorised: true, risk: Low }
            """);
        await Write("itsmai.yaml", $$"""
            policy: policy.yaml
            settle: 10s
            schedules: { tend-changes: "* * * * * *" }
            changes:
              desk: rt-main
              queue: Changes
              catalogue: changes.yaml
              series: series.yaml
              senders: [{ name: collector, tokens: [env:SENDER_TOKEN] }]
            connections:
              - name: rt-main
                kind: request-tracker
                url: {{desk.Url}}
                token: env:RT_TOKEN
                account: itsmai-bot
                webhookSecrets: [env:RT_SECRET]
            """);
    }
}
