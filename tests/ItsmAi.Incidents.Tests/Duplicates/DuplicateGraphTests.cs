using System.Text.Json;
using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Incidents.Duplicates;

namespace ItsmAi.Incidents.Tests.Duplicates;

public sealed class DuplicateGraphTests
{
    private static readonly Person Requester = new("rita");
    private static readonly LinkedBy Ai = new LinkedBy.Ai();

    [Fact]
    public void A_link_to_a_duplicate_is_a_link_to_its_root()
    {
        var graph = Linked(Linked(DuplicateGraph.Empty, 2, 1), 3, 2);

        Assert.Equal(T(1), graph.Root(T(3)));
        Assert.Equal([T(2), T(3)], graph.DuplicatesOf(T(1)).Select(link => link.Duplicate));
    }

    [Fact]
    public void A_root_that_becomes_a_duplicate_takes_its_duplicates_to_the_new_root()
    {
        var moved = Moved(Linked(Linked(DuplicateGraph.Empty, 2, 1), 3, 1).Link(T(1), T(9), Ai, At(9)));

        Assert.All([1, 2, 3], number => Assert.Equal(T(9), moved.Graph.Root(T(number))));
        Assert.Equal(
            [new DuplicateMove.Linked(T(1), T(9)), new DuplicateMove.Repointed(T(2), T(9)), new DuplicateMove.Repointed(T(3), T(9))], moved.Moves);
    }

    [Fact]
    public void A_ticket_is_no_duplicate_of_itself_of_its_own_duplicate_or_twice_of_one_root()
    {
        var graph = Linked(DuplicateGraph.Empty, 2, 1);

        Assert.Contains("itself", Refused(graph.Link(T(1), T(1), Ai, At(3))), StringComparison.Ordinal);
        Assert.Contains("circle", Refused(graph.Link(T(1), T(2), Ai, At(3))), StringComparison.Ordinal);
        Assert.Contains("already", Refused(graph.Link(T(2), T(1), Ai, At(3))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RootEnding.Resolved, "desk:1 is closed, resolved")]
    [InlineData(RootEnding.Unresolved, "desk:1 is closed, unresolved")]
    public void Nothing_is_linked_to_a_root_that_is_closed_until_it_is_open_again(RootEnding ending, string says)
    {
        var closed = Moved(DuplicateGraph.Empty.RootClosed(T(1), ending)).Graph;

        Assert.Contains(says, Refused(closed.Link(T(2), T(1), Ai, At(2))), StringComparison.Ordinal);
        Assert.Contains("closed", Refused(closed.Link(T(1), T(2), Ai, At(2))), StringComparison.Ordinal);
        Assert.Equal(T(1), Linked(Moved(closed.RootReopened(T(1))).Graph, 2, 1).Root(T(2)));
    }

    [Fact]
    public void When_a_root_closes_unresolved_every_duplicate_reopens_and_the_first_linked_is_canonical_for_the_others()
    {
        var graph = Linked(Linked(Linked(DuplicateGraph.Empty, 4, 1), 2, 1, at: 1), 3, 1);

        var moved = Moved(graph.RootClosed(T(1), RootEnding.Unresolved));

        Assert.Equal([T(2), T(3), T(4)], moved.Moves.OfType<DuplicateMove.Reopened>().Select(move => move.Ticket));
        Assert.Contains(new DuplicateMove.BecameCanonical(T(2)), moved.Moves);
        Assert.Equal([T(2), T(2), T(2)], new[] { 2, 3, 4 }.Select(number => moved.Graph.Root(T(number))));
        Assert.True(moved.Graph.IsOpen(T(2)));
    }

    [Fact]
    public void When_a_root_is_resolved_its_duplicates_stay_with_it()
    {
        var moved = Moved(Linked(DuplicateGraph.Empty, 2, 1).RootClosed(T(1), RootEnding.Resolved));

        Assert.Empty(moved.Moves);
        Assert.Equal(T(1), moved.Graph.Root(T(2)));
    }

    [Fact]
    public void A_duplicate_does_not_end_for_others_and_nothing_ends_twice()
    {
        var graph = Linked(DuplicateGraph.Empty, 2, 1);

        Assert.Contains("duplicate of desk:1", Refused(graph.RootClosed(T(2), RootEnding.Resolved)), StringComparison.Ordinal);
        Assert.Contains("already", Refused(Moved(graph.RootClosed(T(1), RootEnding.Resolved)).Graph.RootClosed(T(1), RootEnding.Unresolved)), StringComparison.Ordinal);
    }

    [Fact]
    public void When_the_requester_disputes_it_is_canonical_again_with_its_own_duplicates_and_counts_as_an_override()
    {
        var before = Linked(DuplicateGraph.Empty, 2, 1);
        var moved = Moved(Linked(before, 1, 9).Dispute(T(1), Requester));

        Assert.Equal(Shape(before), Shape(moved.Graph));
        Assert.Equal(new DuplicateOverride(T(1), T(9), Ai, Requester), moved.Override);
        Assert.Contains(new DuplicateMove.Restored(T(1), null), moved.Moves);
    }

    [Fact]
    public void When_a_second_link_is_disputed_the_first_one_holds_again()
    {
        var before = Linked(DuplicateGraph.Empty, 2, 1);

        Assert.Equal(Shape(before), Shape(Moved(Linked(before, 2, 9).Dispute(T(2), Requester)).Graph));
    }

    [Fact]
    public void A_dispute_does_not_bring_back_a_root_that_closed_unresolved_since()
    {
        var graph = Moved(Linked(Linked(DuplicateGraph.Empty, 2, 1), 2, 9).RootClosed(T(1), RootEnding.Unresolved)).Graph;

        Assert.True(Moved(graph.Dispute(T(2), Requester)).Graph.IsCanonical(T(2)));
    }

    [Fact]
    public void What_is_linked_to_nothing_cannot_be_disputed() =>
        Assert.Contains("linked to nothing", Refused(DuplicateGraph.Empty.Dispute(T(1), Requester)), StringComparison.Ordinal);

    [Fact]
    public void Written_down_and_read_again_it_is_the_same_and_goes_on_alike()
    {
        var graph = Moved(Linked(Linked(Linked(DuplicateGraph.Empty, 3, 2), 2, 1), 4, 1).RootClosed(T(1), RootEnding.Resolved)).Graph;
        var pending = new PendingMove(7, new DuplicateMove.Restored(T(3), null), "taken back");
        var record = new DuplicateRecord(7, [.. graph.All], [.. graph.AllEnded], [pending]);

        var read = JsonSerializer.Deserialize(
            JsonSerializer.SerializeToUtf8Bytes(record, DuplicateJson.Default.DuplicateRecord), DuplicateJson.Default.DuplicateRecord)!;

        Assert.Equal([pending], read.Pending);
        var again = DuplicateGraph.Of(read.Links, read.Ended);
        Assert.Equal([T(2), T(3), T(4)], again.DuplicatesOf(T(1)).Select(link => link.Duplicate).OrderBy(one => one.Key));
        Assert.False(again.IsOpen(T(1)));
        Assert.Equal(
            Moved(graph.Dispute(T(2), Requester)).Moves, Moved(again.Dispute(T(2), Requester)).Moves);
    }

    [Fact]
    public void What_was_linked_to_long_ago_is_forgotten_with_its_root_and_what_is_young_stays_whole()
    {
        var graph = Linked(Linked(DuplicateGraph.Empty, 2, 1), 4, 3);
        var young = Moved(graph.Link(T(5), T(3), Ai, At(0).AddDays(50))).Graph;

        var kept = Moved(young.RootClosed(T(1), RootEnding.Resolved)).Graph.Since(At(0).AddDays(10));

        Assert.Equal([T(4), T(5)], kept.All.Select(link => link.Duplicate).OrderBy(one => one.Key));
        Assert.Empty(kept.AllEnded);
    }

    [Fact]
    public void Through_twelve_thousand_histories_the_graph_stays_flat_and_no_duplicate_is_lost()
    {
        var (links, disputes, heirs) = (0, 0, 0);
        for (var seed = 0; seed < 12_000; seed++)
        {
            var random = new Random(seed);
            var graph = DuplicateGraph.Empty;
            for (var step = 0; step < 14; step++)
            {
                var (one, other) = (T(random.Next(7)), T(random.Next(7)));
                var before = graph;
                switch (random.Next(8))
                {
                    case < 4 when graph.Link(one, other, Ai, At(step)) is DuplicateAnswer.Moved linked:
                        links++;
                        graph = linked.Graph;
                        Assert.True(graph.IsOpen(graph.Root(one)), $"seed {seed}, step {step}: {one} was linked to a closed root");
                        Assert.Equal(before.Root(other), graph.Root(one));
                        Assert.Equal(Shape(before), Shape(Moved(graph.Dispute(one, Requester)).Graph));
                        break;
                    case 4 when graph.Dispute(one, Requester) is DuplicateAnswer.Moved restored:
                        disputes++;
                        graph = restored.Graph;
                        Assert.Equal(before.Root(one), restored.Override!.Root);
                        break;
                    case 5 or 6:
                        var ending = random.Next(2) == 0 ? RootEnding.Resolved : RootEnding.Unresolved;
                        if (graph.RootClosed(one, ending) is not DuplicateAnswer.Moved closed) break;
                        graph = closed.Graph;
                        if (ending == RootEnding.Resolved) break;
                        var orphans = before.DuplicatesOf(one).Select(link => link.Duplicate).ToArray();
                        if (orphans.Length > 0) heirs++;
                        Assert.All(orphans, orphan => Assert.True(graph.IsOpen(graph.Root(orphan)), $"seed {seed}, step {step}: {orphan} was lost"));
                        Assert.All(orphans, orphan => Assert.Contains(new DuplicateMove.Reopened(orphan), closed.Moves));
                        Assert.Empty(graph.DuplicatesOf(one));
                        break;
                    case 7 when graph.RootReopened(one) is DuplicateAnswer.Moved reopened:
                        graph = reopened.Graph;
                        break;
                }

                foreach (var link in graph.All)
                {
                    Assert.True(graph.IsCanonical(link.Target), $"seed {seed}, step {step}: {link.Duplicate} is two steps from its root");
                    Assert.NotEqual(link.Duplicate, link.Target);
                    Assert.True(graph.IsOpen(link.Duplicate));
                }
            }
        }

        Assert.True(links > 10_000 && disputes > 2_000 && heirs > 2_000, $"too tame: {links} links, {disputes} disputes, {heirs} heirs");
    }

    private static IEnumerable<(TicketId, TicketId)> Shape(DuplicateGraph graph) =>
        graph.All.Select(link => (link.Duplicate, link.Target)).OrderBy(pair => pair.Duplicate.Key, StringComparer.Ordinal);

    private static DuplicateGraph Linked(DuplicateGraph graph, int duplicate, int target, int? at = null) =>
        Moved(graph.Link(T(duplicate), T(target), Ai, At(at ?? duplicate))).Graph;

    private static DuplicateAnswer.Moved Moved(DuplicateAnswer answer) => Assert.IsType<DuplicateAnswer.Moved>(answer);

    private static string Refused(DuplicateAnswer answer) => Assert.IsType<DuplicateAnswer.Refused>(answer).Because;

    private static TicketId T(int number) => new(new ConnectionName("desk"), $"{number}");

    private static DateTimeOffset At(int minute) => new(2026, 3, 1, 12, minute, 0, TimeSpan.Zero);
}
