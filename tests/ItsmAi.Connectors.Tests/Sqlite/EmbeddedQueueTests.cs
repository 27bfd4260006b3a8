using System.Text;
using ItsmAi.Connectors.Sqlite;
using ItsmAi.Desk.Events;
using static ItsmAi.Connectors.Tests.Sqlite.QueueStage;

namespace ItsmAi.Connectors.Tests.Sqlite;

public sealed class EmbeddedQueueTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_accepted_event_is_claimed_as_it_was_told()
    {
        await using var stage = await Set();
        var told = Told("1") with
        {
            Remark = "line 1\nline 2 \u00E4\uD83D\uDE00",
            Changes = [new FieldChange("Queue", null, "Network")],
        };

        Assert.Equal(new Acceptance(1, 0), await stage.Accept(told));
        var claim = await stage.ClaimOne();

        Assert.Equal(EventJson.Write(told), EventJson.Write(claim!.What));
        Assert.Equal(1, claim.Attempt);
        Assert.Equal(stage.Clock.GetUtcNow() + stage.Options.Lease, claim.LeasedUntil);
    }

    [Fact]
    public async Task The_raw_body_is_kept_once_under_its_hash_and_the_event_names_it()
    {
        await using var stage = await Set();
        var raw = Encoding.UTF8.GetBytes("{\"id\":1}");
        await stage.Queue.Accept([Told("1"), Told("2", "2")], raw, Stop);
        await stage.Queue.Accept([], "not an event"u8.ToArray(), Stop);

        const string Hash = "037c9214eef74cc3887f3a4f085b4e17d76280dafd273b0ee160c09c4ba1cfd4";
        Assert.All(await stage.Queue.Claim(2, Stop), claim => Assert.Equal(Hash, claim.What.RawHash));
        Assert.Equal(2L, stage.File.Read(session => session.Ask("SELECT COUNT(*) FROM raw_bodies")));
    }

    [Fact]
    public async Task A_duplicate_is_counted_and_not_queued_even_after_the_first_was_handled_and_after_a_restart()
    {
        await using var stage = await Set();
        Assert.Equal(new Acceptance(1, 1), await stage.Accept(Told("1"), Told("1")));
        await stage.Queue.Complete((await stage.ClaimOne())!, Stop);
        await stage.Restart();

        Assert.Equal(new Acceptance(1, 1), await stage.Accept(Told("1"), Told("2")));
        Assert.Equal("rt-main/2", (await stage.ClaimOne())!.What.Id.Value);
        Assert.Null(await stage.ClaimOne());
    }

    [Fact]
    public async Task A_ticket_has_one_event_in_hand_and_its_next_after_that()
    {
        await using var stage = await Set();
        await stage.Accept(Told("1a", "1"), Told("1b", "1"), Told("2a", "2"));

        var claims = await stage.Queue.Claim(10, Stop);
        Assert.Equal(["rt-main/1a", "rt-main/2a"], claims.Select(claim => claim.What.Id.Value));
        Assert.Null(await stage.ClaimOne());

        Assert.Equal(Settlement.Done, await stage.Queue.Complete(claims[0], Stop));
        Assert.Equal("rt-main/1b", (await stage.ClaimOne())!.What.Id.Value);
    }

    [Fact]
    public async Task When_the_lease_ends_another_gets_the_event_and_the_first_is_told()
    {
        await using var stage = await Set();
        await stage.Accept(Told("1"));
        var first = (await stage.ClaimOne())!;
        stage.Clock.Advance(stage.Options.Lease - TimeSpan.FromMilliseconds(1));
        Assert.Null(await stage.ClaimOne());
        stage.Clock.Advance(TimeSpan.FromMilliseconds(1));

        var second = (await stage.ClaimOne())!;

        Assert.Equal(2, second.Attempt);
        Assert.Equal(Settlement.LeaseLost, await stage.Queue.Complete(first, Stop));
        Assert.Equal(Settlement.LeaseLost, await stage.Queue.Abandon(first, "", Stop));
        Assert.Equal(Settlement.LeaseLost, await stage.Queue.Renew(first, Stop));
        Assert.Equal(Settlement.LeaseLost, await stage.Queue.DeadLetter(first, "", Stop));
        Assert.Equal(Settlement.Done, await stage.Queue.Complete(second, Stop));
        Assert.Equal(Settlement.LeaseLost, await stage.Queue.Complete(second, Stop));
        Assert.Equal(0, stage.Queue.Count().DeadLetters);
    }

    [Fact]
    public async Task A_renewed_lease_starts_anew()
    {
        await using var stage = await Set();
        await stage.Accept(Told("1"));
        var claim = (await stage.ClaimOne())!;
        stage.Clock.Advance(stage.Options.Lease / 2);

        Assert.Equal(Settlement.Done, await stage.Queue.Renew(claim, Stop));
        stage.Clock.Advance(stage.Options.Lease * 0.75);

        Assert.Null(await stage.ClaimOne());
        Assert.Equal(Settlement.Done, await stage.Queue.Complete(claim, Stop));
    }

    [Fact]
    public async Task An_abandoned_event_holds_its_ticket_back_until_it_is_tried_again()
    {
        await using var stage = await Set(new QueueOptions { FirstDelay = TimeSpan.FromSeconds(10) });
        await stage.Accept(Told("1a", "1"), Told("1b", "1"));
        var claim = (await stage.ClaimOne())!;

        Assert.Equal(Settlement.Done, await stage.Queue.Abandon(claim, "the desk is down", Stop));

        Assert.Equal(Settlement.LeaseLost, await stage.Queue.Complete(claim, Stop));
        Assert.Null(await stage.ClaimOne());
        stage.Clock.Advance(TimeSpan.FromSeconds(10));
        var again = (await stage.ClaimOne())!;
        Assert.Equal(("rt-main/1a", 2), (again.What.Id.Value, again.Attempt));
    }

    [Fact]
    public async Task An_idle_worker_is_woken_by_an_arrival()
    {
        await using var stage = await Set(new QueueOptions { PollPeriod = TimeSpan.FromMinutes(1) });
        Assert.Null(await stage.ClaimOne());
        var woken = stage.Queue.WhenSomethingCame(Stop);
        Assert.False(woken.IsCompleted);

        await stage.Accept(Told("1"));

        await woken.WaitAsync(TimeSpan.FromSeconds(30), Stop);
        Assert.NotNull(await stage.ClaimOne());
    }

    [Fact]
    public async Task What_came_between_looking_and_waiting_wakes_at_once()
    {
        await using var stage = await Set(new QueueOptions { PollPeriod = TimeSpan.FromMinutes(1) });
        Assert.Null(await stage.ClaimOne());
        await stage.Accept(Told("1"));

        await stage.Queue.WhenSomethingCame(Stop).WaitAsync(TimeSpan.FromSeconds(30), Stop);
    }

    [Fact]
    public async Task An_idle_worker_looks_again_after_the_poll_period_and_stops_when_told()
    {
        await using var stage = await Set(new QueueOptions { PollPeriod = TimeSpan.FromMilliseconds(10) });
        await stage.ClaimOne();
        await stage.Queue.WhenSomethingCame(Stop);

        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stage.Queue.WhenSomethingCame(stop.Token));
    }

    [Fact]
    public async Task Operators_see_what_waits_what_is_in_hand_and_how_old_the_oldest_is()
    {
        await using var stage = await Set();
        Assert.Equal(new QueueCounts(0, 0, TimeSpan.Zero, 0), stage.Queue.Count());
        await stage.Accept(Told("1", "1"));
        stage.Clock.Advance(TimeSpan.FromSeconds(40));
        await stage.Accept(Told("2", "1"), Told("3", "2"), Told("4", "3"));
        await stage.Queue.Claim(2, Stop);
        await stage.Queue.DeadLetter((await stage.ClaimOne())!, "unreadable", Stop);

        Assert.Equal(new QueueCounts(1, 2, TimeSpan.FromSeconds(40), 1), stage.Queue.Count());
    }
}
