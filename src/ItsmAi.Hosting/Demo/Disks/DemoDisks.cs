using ItsmAi.Changes.Catalogue;
using ItsmAi.Changes.Raising;
using ItsmAi.Changes.Requests;
using ItsmAi.Connectors.Changes;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Signals;
using ItsmAi.Governance.Receipts;
using ItsmAi.Hosting.Configuration;
using ItsmAi.Hosting.Demo.Playing;
using ItsmAi.Hosting.Demo.Server.Tickets;
using ItsmAi.Hosting.Reactions.Changes;
using ItsmAi.Hosting.Standalone;

namespace ItsmAi.Hosting.Demo.Disks;

/// <summary>
/// Two disks that fill, told in a moment: one gets its standard change in time and is prevented, for the other there is no
/// place and a named person is asked. The days before now are simulated; everything else is the product.
/// </summary>
internal static class DemoDisks
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(30);

    /// <returns>What happened, a line each.</returns>
    public static async Task<IReadOnlyList<string>> Play(
        DataFolder data, ItsmAiConfiguration settings, DeskPeople people, Person worker, DateTimeOffset now, CancellationToken stop)
    {
        var clock = new DemoClock(now.AddDays(-4));
        var full = now.AddHours(-36);
        var extended = full.AddHours(-24);
        var server = Disk("files-01", "server", at => at < extended ? Level(at, full) : 50 + ((at - extended).TotalHours * 0.02));
        var storage = Disk("pool-02", "storage", at => Level(at, now.AddHours(60)));
        var watching = settings with { Changes = Rules([server, storage], clock) };
        var house = await Composition.Alone(data, watching, TextWriter.Null, clock, stop);

        await house.ChangesTended(clock.GetUtcNow(), stop);
        var first = await Case(data, clock, "files-01", stop);
        var lines = new List<string> { $"predicted  files-01 is full in {Hours(first.Change.FailsAt - clock.GetUtcNow())}" };
        if (first is { Change.Start: { } start, Ticket: { } record })
        {
            lines.Add($"scheduled  {first.Change.Model} for it, {Hours(first.Change.FailsAt - start)} before: pre-authorised, no meeting");
            clock.PassUntil(start);
            await people.TakeUp(record.Number, worker, stop);
            await house.ChangesTended(clock.GetUtcNow(), stop);
            clock.Pass(TimeSpan.FromMinutes(40));
            await people.Resolve(record.Number, "the volume has more space", worker, stop);
        }

        while (clock.GetUtcNow() < now)
        {
            await house.ChangesTended(clock.GetUtcNow(), stop);
            clock.PassUntil(clock.GetUtcNow().AddHours(6) < now ? clock.GetUtcNow().AddHours(6) : now);
        }

        await house.ChangesTended(now, stop);
        var done = (await Case(data, clock, "files-01", stop)).Entry(now);
        lines.Add($"{done.Outcome.ToString().ToLowerInvariant(),-10} {done.Says}");
        var second = await Case(data, clock, "pool-02", stop);
        lines.Add($"predicted  pool-02 is full in {Hours(second.Change.FailsAt - now)}, and its team has no place for the change");
        lines.Add(second.Change.State == ChangeState.AwaitingDecision
            ? $"asked      operations.lead, to decide within {Hours(second.Change.DecisionDue!.Value - now)}: "
                + string.Join("; ", second.Options)
            : $"stands     {WriteChangeText.Standing(second.Change)}");
        return lines;
    }

    private static async Task<ChangeCase> Case(DataFolder data, DemoClock clock, string item, CancellationToken stop)
    {
        using var receipts = new ReceiptChain(data.Records);
        var all = await new ChangeCases(data.Records, receipts, new Person("itsmai"), clock).All(stop);
        return all.Last(one => one.Change.Item.Id == item);
    }

    private static (WatchedItem Item, WatchedSeries.Measured Series, Func<DateTimeOffset, double> Value) Disk(
        string item, string kind, Func<DateTimeOffset, double> value) => (
            new WatchedItem(item, kind, "Medium"),
            new WatchedSeries.Measured("", "percent", Threshold: 95, IsBelow: false)
            {
                Name = $"disk-{item}", Item = item, Condition = "disk-full", Owner = new Person("service.desk.lead"), Step = Step,
            },
            value);

    /// <summary>It fills evenly, with a little of the day in it.</summary>
    private static double Level(DateTimeOffset at, DateTimeOffset full)
    {
        var left = (full - at).TotalHours;
        return 95 - (left * 0.3) + (0.4 * Math.Sin(left / 24 * 2 * Math.PI));
    }

    private static ChangeConfiguration Rules(
        IReadOnlyList<(WatchedItem Item, WatchedSeries.Measured Series, Func<DateTimeOffset, double> Value)> disks, DemoClock clock)
    {
        using var file = typeof(DemoDisks).Assembly.GetManifestResourceStream("demo-changes.yaml")!;
        using var reader = new StreamReader(file);
        var (document, _) = ChangeFile.Read(reader.ReadToEnd());
        var (catalogue, _) = ChangeCatalogue.Of(document, clock.GetUtcNow());
        return new ChangeConfiguration(
            new ChangeRules(DemoPlay.Desk, new Team(DeskSchema.Changes), catalogue, []),
            [.. disks.Select(disk => new Watched(
                new Watch(disk.Series.Name, disk.Series.Condition, new ConfigurationItem(disk.Item.Id, disk.Item.Class), disk.Series.Owner),
                (now, _) => Task.FromResult(LookAtSeries.Of(disk.Series, Measured(disk.Value, now), now))))]);
    }

    private static List<SignalPoint> Measured(Func<DateTimeOffset, double> value, DateTimeOffset now)
    {
        var points = new List<SignalPoint>();
        for (var at = now.AddDays(-5); at <= now; at += Step) points.Add(new SignalPoint(at, value(at)));
        return points;
    }

    private static string Hours(TimeSpan time) => FormattableString.Invariant($"{Math.Round(time.TotalHours):0} h");
}
