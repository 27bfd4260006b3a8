using ItsmAi.Connectors.Sqlite;
using ItsmAi.Desk.Events;
using static ItsmAi.Connectors.Tests.Sqlite.QueueStage;

namespace ItsmAi.Connectors.Tests.Sqlite;

public sealed class DeadLetterTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_last_attempt_in_vain_makes_a_dead_letter_and_frees_the_ticket()
    {
        await using var stage = await Set();
        await stage.Accept(Told("poison", "1"), Told("next", "1"));

        for (var attempt = 1; attempt <= 5; attempt++)
        {
            var claim = (await stage.ClaimOne())!;
            Assert.Equal(("rt-main/poison", attempt), (claim.What.Id.Value, claim.Attempt));
            var answer = await stage.Queue.Abandon(claim, $"try {attempt}", Stop);
            Assert.Equal(attempt < 5 ? Settlement.Done : Settlement.Died, answer);
            stage.Clock.Advance(stage.Options.LongestDelay);
        }

        var letter = Assert.Single(await stage.Queue.List(Stop).ToListAsync(Stop));
        Assert.Equal(
            ("rt-main/poison", "rt-main:1", "try 5", 5), (letter.Id, letter.Subject, letter.Says, letter.Attempts));
        Assert.Equal("rt-main/poison", EventJson.Read(letter.Message)!.Id.Value);
        Assert.Equal("rt-main/next", (await stage.ClaimOne())!.What.Id.Value);
    }

    [Fact]
    public async Task An_event_that_kills_its_worker_each_time_dies_too()
    {
        await using var stage = await Set(new QueueOptions { MostAttempts = 2 });
        await stage.Accept(Told("deadly", "1"), Told("next", "1"));
        for (var attempt = 0; attempt < 2; attempt++)
        {
            Assert.Equal("rt-main/deadly", (await stage.ClaimOne())!.What.Id.Value);
            await stage.Restart();
            stage.Clock.Advance(stage.Options.Lease);
        }

        Assert.Equal("rt-main/next", (await stage.ClaimOne())!.What.Id.Value);
        Assert.Equal(2, (await stage.Queue.Find("rt-main/deadly", Stop))!.Attempts);
    }

    [Fact]
    public async Task A_redriven_letter_is_tried_as_if_for_the_first_time()
    {
        await using var stage = await Set();
        await stage.Accept(Told("1"));
        await stage.Queue.DeadLetter((await stage.ClaimOne())!, "the mapping was wrong", Stop);
        await stage.Accept(Told("2"));

        Assert.True(await stage.Queue.Redrive("rt-main/1", Stop));

        Assert.Null(await stage.Queue.Find("rt-main/1", Stop));
        Assert.False(await stage.Queue.Redrive("rt-main/1", Stop));
        await stage.Queue.Complete((await stage.ClaimOne())!, Stop);
        var again = (await stage.ClaimOne())!;
        Assert.Equal(("rt-main/1", 1), (again.What.Id.Value, again.Attempt));
        Assert.Equal(new Acceptance(0, 1), await stage.Accept(Told("1")));
    }

    [Fact]
    public async Task A_discarded_letter_is_gone_for_good()
    {
        await using var stage = await Set();
        await stage.Accept(Told("1"));
        await stage.Queue.DeadLetter((await stage.ClaimOne())!, "", Stop);

        Assert.True(await stage.Queue.Discard("rt-main/1", Stop));
        Assert.False(await stage.Queue.Discard("rt-main/1", Stop));
        Assert.Empty(await stage.Queue.List(Stop).ToListAsync(Stop));
        Assert.Null(await stage.ClaimOne());
    }

    [Fact]
    public async Task A_letter_from_elsewhere_is_kept_once_and_listed_in_the_order_of_its_death()
    {
        await using var stage = await Set();
        for (var letter = 0; letter < 250; letter++)
            await stage.Queue.Keep(Letter($"{letter}"), Stop);
        await stage.Queue.Keep(Letter("7") with { Says = "later" }, Stop);

        var all = await stage.Queue.List(Stop).ToListAsync(Stop);

        Assert.Equal(Enumerable.Range(0, 250).Select(letter => $"{letter}"), all.Select(letter => letter.Id));
        Assert.Equal(Letter("7"), all[7]);
    }

    [Fact]
    public async Task A_redriven_message_that_is_no_event_comes_back_as_a_letter_that_says_so()
    {
        await using var stage = await Set();
        await stage.Queue.Keep(Letter("odd") with { Message = "{", Subject = "" }, Stop);
        Assert.True(await stage.Queue.Redrive("odd", Stop));

        Assert.Null(await stage.ClaimOne());

        var letter = await stage.Queue.Find("odd", Stop);
        Assert.Equal(("{", "the message is not an event that this version can read"), (letter!.Message, letter.Says));
        Assert.Equal(0, stage.Queue.Count().Waiting);
    }

    private static DeadLetter Letter(string id) =>
        new(id, "rt-main:1", EventJson.Write(Told(id)), "kept", 1, new SteppedTime().GetUtcNow());
}
