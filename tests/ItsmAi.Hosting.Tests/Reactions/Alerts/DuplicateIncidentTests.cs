using ItsmAi.Desk.Events;
using ItsmAi.Desk.Landscape;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Hosting.Tests.Reactions.Alerts;

public sealed class DuplicateIncidentTests
{
    [Fact]
    public async Task Incidents_that_turn_out_to_have_one_cause_are_linked_to_the_first_and_none_is_closed_by_it()
    {
        await using var house = await Merged();

        Assert.Equal(("", "1", "1"), (await house.DuplicateOf(1), await house.DuplicateOf(2), await house.DuplicateOf(3)));
        Assert.Equal(["new", "new", "new"], (await house.Tickets()).Select(ticket => ticket.Status));
        var linked = (await house.Receipts()).Where(one => one is { Kind: ReceiptKind.Applied, Action: ActionKind.LinkDuplicate });
        Assert.Equal(2, linked.Count());
        Assert.True((await house.Verify()).Holds);
    }

    [Fact]
    public async Task A_root_that_is_cancelled_leaves_none_behind_one_becomes_the_root_of_the_others_and_what_had_ended_opens_again()
    {
        await using var house = await Merged();
        await house.Work(2, "resolved");

        await house.Work(1, "rejected");

        Assert.Equal(("", "2"), (await house.DuplicateOf(2), await house.DuplicateOf(3)));
        Assert.Equal(["rejected", "open", "new"], (await house.Tickets()).Select(ticket => ticket.Status));
    }

    [Fact]
    public async Task A_root_whose_opening_is_undone_leaves_none_behind_either()
    {
        await using var house = await Merged();
        var opened = (await house.Receipts()).Single(one => one is { Kind: ReceiptKind.Applied, Opened.Number: "1" });

        await house.Answer(opened.Decision, EventKind.DecisionUndone, opened.Opened!);
        await house.PassDays(0);

        Assert.Equal("rejected", (await house.Tickets())[0].Status);
        Assert.Equal(("", "2"), (await house.DuplicateOf(2), await house.DuplicateOf(3)));
    }

    [Fact]
    public async Task A_root_that_is_resolved_keeps_its_duplicates()
    {
        await using var house = await Merged();

        await house.Work(1, "resolved");

        Assert.Equal(("1", "1"), (await house.DuplicateOf(2), await house.DuplicateOf(3)));
    }

    [Theory]
    [InlineData(EventKind.DecisionDisputed, OutcomeKind.Disputed)]
    [InlineData(EventKind.DecisionUndone, OutcomeKind.Undone)]
    public async Task Who_takes_a_link_back_has_the_ticket_as_it_was_and_it_counts_against_the_link(EventKind answer, OutcomeKind outcome)
    {
        await using var house = await Merged();
        var decided = (await house.Receipts()).Single(one => one is { Kind: ReceiptKind.Decided, Action: ActionKind.LinkDuplicate, Subject.Number: "3" });

        await house.Answer(decided.Decision, answer, decided.Subject!);
        await house.Answer(decided.Decision, answer, decided.Subject!);

        Assert.Equal(("1", ""), (await house.DuplicateOf(2), await house.DuplicateOf(3)));
        Assert.Single(await house.Receipts(), one => one.Outcome == outcome && one.Action == ActionKind.LinkDuplicate);

        // It stands by itself now, so nothing happens to it when that root goes.
        await house.Work(1, "rejected");
        Assert.Equal("", await house.DuplicateOf(3));
    }

    [Fact]
    public async Task Without_leave_nothing_is_linked()
    {
        await using var house = await Merged("Shadow");

        Assert.Equal(("", ""), (await house.DuplicateOf(2), await house.DuplicateOf(3)));
        Assert.All(
            (await house.Receipts()).Where(one => one is { Kind: ReceiptKind.Decided, Action: ActionKind.LinkDuplicate }),
            one => Assert.Equal(Verdict.Observe, one.Verdict));
    }

    /// <summary>Three services that need one database alert by themselves; then the database does.</summary>
    private static async Task<WatchedHouse> Merged(string link = "Auto")
    {
        string[] services = ["mail", "web", "shop"];
        var graph = ServiceGraph.Create(
            [.. services.Append("db").Select(name => new ServiceNode(name))],
            [.. services.Select(name => new Dependency(name, "db"))], out _)!;
        var house = await WatchedHouse.Open("Auto", graph, link);
        foreach (var (service, minute) in services.Select((service, at) => (service, at)))
        {
            await house.Post(($"{service}Slow", service, true, minute));
            await house.Pass(1.1);
        }

        await house.Post(("DiskFull", "db", true, 4));
        await house.Pass(1);
        await house.Pass(1);
        return house;
    }
}
