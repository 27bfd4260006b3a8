using ItsmAi.Desk.People;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Suggestions;
using ItsmAi.Governance.Autonomy;

namespace ItsmAi.Governance.Tests.Actions;

public sealed class BreakerTests
{
    private readonly Room _room = new(AutonomyLevel.Auto);
    private readonly Breaker _breaker;
    private int _number;

    public BreakerTests() => _breaker = new Breaker(_room.Store, _room.Receipts, _room.Obligations, new Person("itsmai"), _room.Clock);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_twenty_first_act_within_ten_minutes_trips_it_for_an_hour_and_somebody_is_told()
    {
        for (var number = 0; number < 20; number++) Assert.True((await Act($"team{number}")).Passed);

        Assert.Equal(AutonomyLevel.Suggest, (await Act("another")).Cap);

        _room.Clock.Pass(TimeSpan.FromMinutes(59));
        Assert.False((await Act("another")).Passed);
        _room.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.True((await Act("another")).Passed);
        var owed = new List<string>();
        await foreach (var one in _room.Obligations.All(Stop)) owed.Add(one.Says);
        Assert.Contains("more than 20 acts", Assert.Single(owed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twenty_acts_spread_over_more_than_the_window_trip_nothing()
    {
        for (var number = 0; number < 60; number++)
        {
            Assert.True((await Act($"team{number}")).Passed);
            _room.Clock.Pass(TimeSpan.FromSeconds(31));
        }
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public async Task More_than_forty_percent_to_one_team_trip_it(int toOne, bool passes)
    {
        for (var number = 0; number < 10 - toOne; number++) await Act($"team{number}");
        for (var number = 0; number < toOne - 1; number++) await Act("Network");

        Assert.Equal(passes, (await Act("Network")).Passed);
    }

    [Fact]
    public async Task A_few_acts_to_one_team_are_no_share()
    {
        for (var number = 0; number < 9; number++) Assert.True((await Act("Network")).Passed);
    }

    [Fact]
    public async Task The_same_decision_again_counts_once()
    {
        for (var number = 0; number < 50; number++)
            Assert.True((await _breaker.Take(Some.Suggestion(), "1-same", Some.Policy(AutonomyLevel.Auto), Stop)).Passed);
    }

    [Fact]
    public async Task A_tripped_breaker_leaves_the_next_ticket_to_a_person()
    {
        _room.Policy = _room.Policy with { Brakes = new BrakeSettings { Acts = 1 } };
        await _room.CarryOut.Handle(Some.Suggestion(), Some.Event(), Stop);

        var second = await _room.CarryOut.Handle(Some.Suggestion() with { Occasion = "again" }, Some.Event(), Stop);

        Assert.Equal(Verdict.Propose, second.Verdict);
        Assert.Contains(second.Gates!, gate => gate is { Name: "breaker", Passed: false });
        Assert.Single(await new Autonomy.History(_room).Receipts(ReceiptKind.BreakerTripped));
        Assert.Equal(1, _room.Desk.FieldWrites);
    }

    [Fact]
    public async Task Whoever_is_told_has_until_it_acts_again()
    {
        for (var number = 0; number < 21; number++) await Act($"team{number}");

        var owed = await _room.Obligations.All(Stop).SingleAsync(Stop);
        Assert.Equal(_room.Clock.GetUtcNow() + TimeSpan.FromHours(1), owed.DueAt);
        Assert.Equal("desk.lead", owed.Owner.Account);
    }

    [Fact]
    public async Task What_another_process_does_at_the_same_moment_counts_too()
    {
        await Act("team0");
        var other = new Breaker(_room.Store, _room.Receipts, _room.Obligations, new Person("itsmai"), _room.Clock);
        _room.Store.At = what =>
        {
            if (what != "before replace") return;
            _room.Store.At = _ => { };
            for (var number = 1; number < 20; number++)
            {
                other.Take(
                    Some.Suggestion() with { Change = new PlannedChange(new Team($"team{number}"), "vpn", null) },
                    $"2-{number}", Some.Policy(AutonomyLevel.Auto), Stop).GetAwaiter().GetResult();
            }
        };

        Assert.False((await Act("team20")).Passed);
    }

    [Fact]
    public async Task How_far_a_decision_could_have_gone_is_told_without_what_was_earned_and_without_the_breaker_and_with_any_other_gate()
    {
        _room.Policy = _room.Policy with { Brakes = new BrakeSettings { Acts = 1 } };
        await _room.CarryOut.Handle(Some.Suggestion(), Some.Event(), Stop);
        var tripped = await _room.CarryOut.Handle(Some.Suggestion() with { Occasion = "again" }, Some.Event(), Stop);
        Assert.Equal((AutonomyLevel.Suggest, AutonomyLevel.Auto), (tripped.Level, tripped.Ceiling));

        var poor = new Room(AutonomyLevel.Auto);
        var capped = await poor.CarryOut.Handle(
            Some.Suggestion() with { Gates = [Gate.Fail("service", "no service is named", AutonomyLevel.Suggest)] }, Some.Event(), Stop);
        Assert.Equal((AutonomyLevel.Suggest, AutonomyLevel.Suggest), (capped.Level, capped.Ceiling));

        var unearned = new Room(AutonomyLevel.Auto);
        await unearned.Ladder.Records.Change(Autonomy.History.Key, record => record with { Level = AutonomyLevel.ApproveFirst }, Stop);
        var proposed = await unearned.CarryOut.Handle(Some.Suggestion(), Some.Event(), Stop);
        Assert.Equal((AutonomyLevel.ApproveFirst, AutonomyLevel.Auto), (proposed.Level, proposed.Ceiling));
    }

    private Task<Gate> Act(string team) => _breaker.Take(
        Some.Suggestion() with { Change = new PlannedChange(new Team(team), "vpn", null) },
        $"1-{++_number}", Some.Policy(AutonomyLevel.Auto), Stop);
}
