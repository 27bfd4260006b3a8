using System.CommandLine;
using ItsmAi.Governance.Receipts;
using ItsmAi.Hosting.Commands;
using ItsmAi.Hosting.Demo.Disks;
using ItsmAi.Hosting.Demo.Playing;
using ItsmAi.Hosting.Files;
using ItsmAi.Hosting.Standalone;
using ItsmAi.ServiceDeskWorld;

namespace ItsmAi.Hosting.Demo;

/// <summary><c>itsmai demo</c>: the whole product at work on a simulated company, in this one process.</summary>
public static class DemoCommand
{
    /// <summary>So many tickets with <c>--once</c>: enough for an outage and for each kind of answer.</summary>
    private const int TicketsOnce = 60;

    private const int DecisionsShown = 15;

    /// <summary>
    /// The simulated company's past ends on this Monday; a fixed day, so that equal seeds give equal worlds.
    /// </summary>
    private static readonly DateTimeOffset Start = new(2026, 9, 7, 8, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// Without <c>--once</c> a simulated minute takes a quarter of a second, so that a reader can follow.
    /// </summary>
    private static readonly TimeSpan Minute = TimeSpan.FromMilliseconds(250);

    public static Command Build(TextWriter output, TextWriter error, TimeProvider clock)
    {
        var once = new Option<bool>("--once")
        {
            Description = $"Play {TicketsOnce} tickets as fast as they go, verify the receipts, and end.",
        };
        var seed = new Option<int>("--seed")
        {
            Description = "Equal seeds give equal companies, tickets and decisions.", HelpName = "N",
            DefaultValueFactory = _ => 1,
        };
        var data = new Option<string?>("--data")
        {
            Description = "Keep the records there: a new or empty folder, or one of an earlier demo.", HelpName = "DIR",
        };
        var urls = new Option<string?>("--urls") { Description = "Where the pages are.", HelpName = "URL" };
        var command = new Command("demo", "Show everything at work on a simulated company, in this one process.")
        {
            once, seed, data, urls,
        };
        command.SetAction((given, stop) => Run(
            new Wishes(given.GetValue(once), given.GetValue(seed), given.GetValue(data), given.GetValue(urls)),
            output, clock, stop));
        return command;
    }

    private static async Task<int> Run(Wishes wishes, TextWriter output, TimeProvider clock, CancellationToken stop)
    {
        var tally = new DemoTally();
        using var console = new DemoConsole(output, tally);
        using var folder = DemoFolder.Open(wishes.Data);
        var world = new World(wishes.Seed, Start);
        await Prepare(world, folder, console, clock, stop);
        var urls = wishes.Urls ?? (wishes.Once ? null : ListenAddress.Default);
        await using var stage = await DemoStage.Set(world, folder, urls, clock, stop);
        await console.Say(
            $"earned     {stage.Month.Earned} classes may be acted on after {DemoMonth.Tickets} tickets on trial, "
            + $"{stage.Month.Below} may not yet");
        await console.Say($"pages      {stage.Site}");
        await console.Say($"the desk   {stage.Desk.Url}\n");
        using var http = new HttpClient();
        var people = new DeskPeople(http, stage.Desk);
        var worker = world.Organisation.Agents[0].Account;
        var disks = await DemoDisks.Play(stage.Data, stage.Configuration, people, worker, Hour(clock.GetUtcNow()), stop);
        foreach (var line in disks) await console.Say(line);
        var play = new DemoPlay(
            world, people, new DecisionBook(stage.Data.Records), tally,
            wishes.Once ? TimeSpan.Zero : Minute, clock);
        try
        {
            if (wishes.Once)
            {
                await play.Run(world.Arrivals().Take(TicketsOnce), TimeSpan.Zero, _ => Task.CompletedTask, stop);
                await stage.Settle(stop);
            }
            else await Live(play, world, stage, tally, console, stop);
        }
        catch (TimeoutException late)
        {
            await console.Say(late.Message);
            return Cli.Finding;
        }

        return await Conclude(stage, tally, console);
    }

    /// <summary>The full hour, so that two demonstrations of one hour tell the same story.</summary>
    private static DateTimeOffset Hour(DateTimeOffset now) => new(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero);

    private static async Task Prepare(
        World world, DemoFolder folder, DemoConsole console, TimeProvider clock, CancellationToken stop)
    {
        await using (var policy = typeof(DemoCommand).Assembly.GetManifestResourceStream("demo-policy.yaml")!)
        await using (var file = File.Create(folder.PolicyPath))
            await policy.CopyToAsync(file, stop);
        var began = clock.GetTimestamp();
        var models = DemoTraining.Train(world, stop);
        if (ModelFile.Write(folder.ModelPath, models) is { } problem) throw new IOException(problem.Says);
        var right = models.Figures(ModelFile.Category).Accuracy;
        await console.Say(
            $"learned    {DemoTraining.Learned} past tickets of a simulated company (seed {world.Seed}) "
            + $"in {clock.GetElapsedTime(began).TotalSeconds:0.0} s");
        await console.Say($"judged     right on {right.Right} of {right.Rows} others whose category a person checked");
    }

    private static async Task Live(
        DemoPlay play, World world, DemoStage stage, DemoTally tally, DemoConsole console, CancellationToken stop)
    {
        try
        {
            await play.Run(world.Arrivals(), TimeSpan.FromSeconds(1), async line =>
            {
                if (line.Arrival.Number % 10 == 0) tally.Verified(await VerifyReceipts.Walk(stage.Data.Records, stop));
                await console.Told(line);
            }, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The reader has seen enough.
        }
    }

    private static async Task<int> Conclude(DemoStage stage, DemoTally tally, DemoConsole console)
    {
        var report = await VerifyReceipts.Walk(stage.Data.Records, CancellationToken.None);
        tally.Verified(report);
        await console.Conclude(DecisionsShown);
        return report.Holds ? Cli.Ok : Cli.Finding;
    }

    private sealed record Wishes(bool Once, int Seed, string? Data, string? Urls);
}
