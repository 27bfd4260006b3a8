namespace ItsmAi.EndToEnd.RequestTracker;

/// <summary>
/// Fifty tickets are opened in a real Request Tracker while the process is killed at ten random moments. It asks the desk
/// itself, and the audit trail, what came of each.
/// </summary>
public sealed class When_tickets_arrive_at_a_real_desk(ITestOutputHelper output)
{
    private const int Kills = 10;

    [Fact]
    public async Task Should_lose_none_and_double_none()
    {
        var stop = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("itsmai-e2e").FullName;
        var port = Loopback.FreePort();
        await using var desk = await RealDesk.Start($"http://127.0.0.1:{port}/api/tickets/rt-main", stop);
        var tickets = Tickets.Get(folder);
        using var installation = new Installation(folder, port, desk, tickets);
        await installation.Prepare(stop);
        await installation.Earn(stop);
        await installation.Start(stop);

        var opening = Open(desk, tickets, stop);
        await KillAtRandomMoments(installation, new Random(20260302), stop);
        var opened = await opening;
        var steps = await Settled(installation, opened, stop);

        var decided = steps.Where(step => step.Kind == "Decided").ToDictionary(step => step.Ticket);
        Assert.Equal(opened.Order(), decided.Keys.Order());
        foreach (var (ticket, decision) in decided) await AsDecided(desk, ticket, decision, stop);
        output.WriteLine(string.Join(", ", decided.Values.GroupBy(step => step.Verdict).Select(group => $"{group.Key} {group.Count()}")));
        output.WriteLine(await installation.Verify(stop));

        await SeesAHumansMove(desk, installation, decided, stop);
        await installation.Verify(stop);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<IReadOnlyList<int>> Open(RealDesk desk, Tickets tickets, CancellationToken stop)
    {
        var opened = new List<int>();
        foreach (var (title, text) in tickets.Arriving) opened.Add(await desk.Open(title, text, stop));
        return opened;
    }

    private static async Task KillAtRandomMoments(Installation installation, Random random, CancellationToken stop)
    {
        for (var kill = 0; kill < Kills; kill++)
        {
            // Not a wait for the clock: the moment of death is what is random.
            await Task.Delay(random.Next(300, 2500), stop);
            await installation.Kill(stop);
            await installation.Start(stop);
        }
    }

    private static async Task<IReadOnlyList<Step>> Settled(
        Installation installation, IReadOnlyList<int> opened, CancellationToken stop)
    {
        for (var tries = 0; tries < 90; tries++)
        {
            var steps = await installation.Receipts(stop);
            var decided = steps.Where(step => step.Kind == "Decided").ToList();
            var ended = steps.Where(step => step.Kind is "Applied" or "NotApplied").Select(step => step.Decision).ToHashSet();
            if (decided.Count >= opened.Count
                && decided.All(step => step.Verdict is "Observe" or "Refuse" || ended.Contains(step.Decision)))
            {
                return steps;
            }

            await Task.Delay(2000, stop);
        }

        Assert.Fail($"not all of {opened.Count} tickets came to an end: {installation.Said}");
        return [];
    }

    private static async Task AsDecided(RealDesk desk, int ticket, Step decision, CancellationToken stop)
    {
        var (notes, moves) = await desk.OurWrites(ticket, stop);
        var queue = await desk.QueueOf(ticket, stop);
        switch (decision.Verdict)
        {
            case "Act":
                Assert.Equal((ticket, decision.Team, 1, 1), (ticket, queue, notes, moves));
                break;
            case "Propose":
                Assert.Equal((ticket, "Service Desk", 1, 0), (ticket, queue, notes, moves));
                break;
            default:
                Assert.Equal((ticket, "Service Desk", 0, 0), (ticket, queue, notes, moves));
                break;
        }
    }

    private static async Task SeesAHumansMove(
        RealDesk desk, Installation installation, Dictionary<int, Step> decided, CancellationToken stop)
    {
        var placed = decided.Values.First(step => step.Verdict == "Act");
        var elsewhere = placed.Team == "Identity" ? "Hardware" : "Identity";
        await desk.MoveByHand(placed.Ticket, elsewhere, stop);
        for (var tries = 0; tries < 30; tries++)
        {
            var outcomes = (await installation.Receipts(stop)).Where(step => step.Kind == "Outcome").ToList();
            if (outcomes.Count > 0)
            {
                Assert.Equal((placed.Decision, "Overridden"), (outcomes[0].Decision, outcomes[0].Outcome));
                Assert.NotEqual("ana", outcomes[0].Actor);
                Assert.Equal("ana", (await installation.Shown(placed.Decision, stop)).Single(step => step.Kind == "Outcome").Actor);
                Assert.Single(outcomes);
                return;
            }

            await Task.Delay(1000, stop);
        }

        Assert.Fail($"the override was not seen: {installation.Said}");
    }
}
