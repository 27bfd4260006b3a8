using System.Globalization;
using System.Text;
using ItsmAi.Changes.Ledger;
using ItsmAi.Changes.Raising;
using ItsmAi.Changes.Requests;
using ItsmAi.Connectors.Sqlite;
using ItsmAi.Desk.People;
using ItsmAi.EndToEnd.RequestTracker;
using ItsmAi.Governance.Receipts;
using ItsmAi.Hosting;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Configuration;
using ItsmAi.Hosting.Reactions.Changes;
using ItsmAi.Hosting.Standalone;

namespace ItsmAi.EndToEnd.Monitoring;

/// <summary>
/// A real Prometheus has measured a disk that fills, and a real Request Tracker gets the change before the breach. The gauge's
/// past lies days back, so a set clock walks through it; the process is broken off at ten random moments on the way.
/// </summary>
public sealed class When_a_disk_fills(ITestOutputHelper output)
{
    private const double PerHour = 0.35;

    [Fact]
    public async Task Should_schedule_its_change_in_time_see_it_done_and_have_it_prevented_with_evidence()
    {
        var stop = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("itsmai-e2e").FullName;
        var today = new DateTimeOffset(TimeProvider.System.GetUtcNow().Date, TimeSpan.Zero);
        var begins = today.AddDays(-9);
        var full = begins.AddHours((95 - 40) / PerHour);
        var extended = full.AddHours(-22);
        var past = Path.Combine(folder, "past.txt");
        await File.WriteAllTextAsync(past, Gauge(begins, extended, today), stop);
        await using var desk = await RealDesk.Start("http://127.0.0.1:9/", stop);
        await using var watching = await Watching.Start("http://127.0.0.1:9/", stop, past);
        var settings = await Settings(folder, desk, watching, stop);

        var clock = new SetClock(today.AddDays(-5));
        var random = new Random(20);
        await Walk(folder, settings, clock, random, breaks: 5, stop);
        var raised = await Case(folder, clock, stop);
        output.WriteLine(SuggestChange.Text(raised));
        Assert.Equal(ChangeState.Scheduled, raised.Change.State);
        Assert.True(raised.Change.End < full - TimeSpan.FromHours(20), $"{raised.Change.End} is too late for {full}");
        Assert.InRange(raised.Change.FailsAt, full.AddHours(-12), full.AddHours(12));
        Assert.Equal(("new", "Changes"), ((await desk.All(stop)).Single().Status, await desk.QueueOf(1, stop)));

        clock.Now = raised.Change.Start!.Value - TimeSpan.FromMinutes(1);
        await desk.WorkOn(1, "open", stop);
        await Walk(folder, settings, clock, random, breaks: 3, stop);
        clock.Now = raised.Change.Start!.Value;
        await Walk(folder, settings, clock, random, breaks: 0, stop);
        clock.Now += TimeSpan.FromMinutes(40);
        await desk.WorkOn(1, "resolved", stop);
        await Walk(folder, settings, clock, random, breaks: 2, stop);
        Assert.Equal(ChangeState.Implemented, (await Case(folder, clock, stop)).Change.State);

        for (var tries = 0; tries < 12 && (await Case(folder, clock, stop)).Outcome != PreventionOutcome.Prevented; tries++)
        {
            clock.Now += TimeSpan.FromHours(6);
            await Walk(folder, settings, clock, random, breaks: 0, stop);
        }

        var done = await Case(folder, clock, stop);
        Assert.Equal(PreventionOutcome.Prevented, done.Outcome);
        output.WriteLine($"{done.Entry(clock.Now).Says}; slack {done.Entry(clock.Now).Times.Slack}");
        Assert.Single(await desk.All(stop));
        await using var data = await DataFolder.OpenOrMake(Path.Combine(folder, "data"), new QueueOptions(), clock, stop);
        Assert.True((await VerifyReceipts.Walk(data.Records, stop)).Holds);
        var receipts = (await new DecisionBook(data.Records).Latest(500, stop)).Select(line => line.Receipt).ToList();
        Assert.Single(receipts, one => one is { Kind: ReceiptKind.Applied, Opened: not null });
        Assert.Equal(done.Change.Moves.Count, receipts.Count(one => one.Kind == ReceiptKind.ChangeMoved));
        var judged = Assert.Single(receipts, one => one is { Kind: ReceiptKind.PreventionJudged, Result: nameof(PreventionOutcome.Prevented) });
        Assert.NotEmpty(judged.Evidence!);
    }

    /// <summary>Ticks, broken off so often at random moments, until one tick goes through.</summary>
    private static async Task Walk(string folder, ItsmAiConfiguration settings, SetClock clock, Random random, int breaks, CancellationToken stop)
    {
        for (var at = 0; at <= breaks; at++)
        {
            await using var data = await DataFolder.OpenOrMake(Path.Combine(folder, "data"), new QueueOptions(), clock, stop);
            var house = await Composition.Alone(data, settings, TextWriter.Null, clock, stop);
            using var broken = CancellationTokenSource.CreateLinkedTokenSource(stop);
            if (at < breaks) broken.CancelAfter(TimeSpan.FromMilliseconds(random.Next(1, 600)));
            try
            {
                var handled = await house.ChangesTended(clock.Now, broken.Token);
                Assert.True(at < breaks || handled is Handling.Done, $"{handled}");
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                // What was begun at the desk is given its time to end.
                await Task.Delay(500, stop);
            }

            clock.Now += TimeSpan.FromSeconds(10);
        }
    }

    private static async Task<ChangeCase> Case(string folder, SetClock clock, CancellationToken stop)
    {
        await using var data = await DataFolder.OpenOrMake(Path.Combine(folder, "data"), new QueueOptions(), clock, stop);
        return Assert.Single(await new ChangeCases(data.Records, new ReceiptChain(data.Records), new Person("itsmai"), clock).All(stop));
    }

    /// <summary>A disk that fills evenly, with a little of the day in it, until somebody extends it.</summary>
    private static string Gauge(DateTimeOffset from, DateTimeOffset extended, DateTimeOffset to)
    {
        var text = new StringBuilder("# TYPE disk_used_percent gauge\n");
        for (var at = from; at <= to; at = at.AddMinutes(5))
        {
            var hours = (at - from).TotalHours;
            var level = at < extended ? 40 + (hours * PerHour) : 45 + ((at - extended).TotalHours * 0.02);
            var value = level + (0.4 * Math.Sin(hours / 24 * 2 * Math.PI));
            text.Append(CultureInfo.InvariantCulture, $"disk_used_percent{{host=\"srv-9\"}} {value:0.00} {at.ToUnixTimeSeconds()}\n");
        }

        return text.Append("# EOF\n").ToString();
    }

    private static async Task<ItsmAiConfiguration> Settings(string folder, RealDesk desk, Watching watching, CancellationToken stop)
    {
        async Task Write(string name, string text) => await File.WriteAllTextAsync(Path.Combine(folder, name), text, stop);
        await Write("policy.yaml", """
            version: 1
            owner: change.owner
            rules:
              - { name: raise, action: RaiseChange, level: Auto, because: a predicted failure gets a change record }
              - { name: keep, action: UpdateChange, level: Auto, because: the record says where the change stands }
            """);
        await Write("series.yaml", """
            items:
              - { id: srv-9, class: server, services: [mail] }
            series:
              - { name: disk-srv-9, query: 'disk_used_percent{host="srv-9"}', unit: percent, direction: rises, threshold: 95,
                  owner: olga, item: srv-9, condition: disk-full, history: 9d }
            """);
        await Write("changes.yaml", """
            version: 1
            roles:
              - { name: change-authority, people: [carl] }
              - { name: delegated-approver, people: [dora] }
              - { name: emergency-approver, people: [emma] }
              - { name: server-administrator, people: [kim] }
            teams:
              - { name: Server, changesPerWeek: 4, zone: UTC }
            models:
              - { id: disk-extension, version: 1, author: kim, team: Server, scope: { classes: [server], conditions: [disk-full] },
                  steps: [Add space to the volume, Check that the free space has risen], backOut: Restore the snapshot, duration: 1h,
                  roles: [server-administrator], preAuthorised: true, risk: Low }
            """);
        await Write("itsmai.yaml", $"""
            policy: policy.yaml
            settle: 6s
            changes:
              desk: rt-main
              queue: Changes
              catalogue: changes.yaml
              series: series.yaml
              prometheus: {watching.Prometheus}
            connections:
              - name: rt-main
                kind: request-tracker
                url: {desk.Url}
                token: env:RT_TOKEN
                account: itsmai-bot
                webhookSecrets: [env:RT_SECRET]
            """);
        var secrets = new Dictionary<string, string> { ["RT_TOKEN"] = desk.BotToken, ["RT_SECRET"] = RealDesk.Secret };
        return ConfigurationFile.Read(Path.Combine(folder, "itsmai.yaml"), secrets.GetValueOrDefault, TimeProvider.System.GetUtcNow());
    }
}
