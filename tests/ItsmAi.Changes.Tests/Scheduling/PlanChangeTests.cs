using ItsmAi.Changes.Paths;
using ItsmAi.Changes.Scheduling;
using ItsmAi.Changes.Standing;
using ItsmAi.Desk.Changes;

namespace ItsmAi.Changes.Tests.Scheduling;

public sealed class PlanChangeTests
{
    private static readonly ChangeSettings Settings = new();
    private static readonly DateTimeOffset Now = Some.At(2, 9);
    private static readonly Freeze Thursday = new("quarter-end", Some.At(5, 0), Some.At(6, 0), [], "the books are closed");

    [Fact]
    public void Full_and_frozen_before_Friday_asks_for_a_decision_with_three_options()
    {
        var calendar = Some.Calendar(Some.FullWeek()) with { Freezes = [Thursday] };

        var found = FindSafeStart.Find(Some.Request(), calendar);
        var plan = Assert.IsType<ChangePlan.NeedsDecision>(PlanChange.Decide(Some.Facts(), calendar, Settings, Now));

        Assert.Equal(Some.At(5, 12), found.MustEndBy);
        Assert.Equal(Some.At(5, 10), found.Nominal);
        Assert.Equal((Some.At(5, 10), StartObstacle.Freeze, "quarter-end"), (plan.Rejected[0].At, plan.Rejected[0].Obstacle, plan.Rejected[0].By));
        Assert.Equal((Some.At(4, 22), StartObstacle.Capacity), (plan.Rejected[1].At, plan.Rejected[1].Obstacle));
        Assert.Equal(Some.At(4, 22), plan.LatestSafeStart);
        Assert.Equal(
            [new DecisionOption.Displace("x", 5), new DecisionOption.ExemptCapacity("2026-W10"), new DecisionOption.AcceptRisk()],
            plan.Options);
        Assert.True(plan.DecisionDue < plan.LatestSafeStart && plan.DecisionDue >= Now);
        Assert.Equal(
            [
                "it must end by 2026-03-05 12:00 UTC; the nominal latest start is 2026-03-05 10:00 UTC",
                "the latest safe start is 2026-03-04 22:00 UTC",
                "2026-03-05 10:00 UTC: freeze quarter-end: the books are closed",
                "2026-03-04 22:00 UTC: Servers has 4 of 4 changes in 2026-W10",
            ],
            plan.Because);
    }

    [Fact]
    public void A_pre_authorised_model_in_scope_and_a_free_slot_make_a_standard_change_without_approval()
    {
        var plan = Assert.IsType<ChangePlan.Scheduled>(
            PlanChange.Decide(Some.Facts(), Some.Calendar() with { Freezes = [Thursday] }, Settings, Now));

        Assert.Equal(ChangePath.Standard, plan.Path.Path);
        Assert.Empty(plan.Path.ApproverRoles);
        Assert.Null(plan.DecisionDue);
        Assert.Equal((Some.At(4, 22), Some.At(5, 0)), (plan.Start, plan.End));
    }

    [Fact]
    public void A_model_out_of_scope_is_fast_tracked_to_a_delegated_approver_who_decides_in_time()
    {
        var model = Some.Model() with { Scope = new ChangeScope { Classes = ["printer"], Conditions = ["disk-full"] } };

        var plan = Assert.IsType<ChangePlan.Scheduled>(PlanChange.Decide(Some.Facts(model: model), Some.Calendar(), Settings, Now));

        Assert.Equal(ChangePath.NormalFastTrack, plan.Path.Path);
        Assert.Contains(ApproverRoles.Delegated, plan.Path.ApproverRoles);
        Assert.True(plan.DecisionDue < plan.LatestSafeStart);
        Assert.Null(plan.Leave);
    }

    [Fact]
    public void Outside_its_windows_a_standard_model_becomes_a_normal_change()
    {
        var sundays = new ChangeWindow([DayOfWeek.Sunday], TimeSpan.Zero, TimeSpan.FromHours(4));
        var model = Some.Model() with { Scope = Some.Model().Scope with { Windows = [sundays] } };

        var plan = Assert.IsType<ChangePlan.Scheduled>(PlanChange.Decide(Some.Facts(model: model), Some.Calendar(), Settings, Now));

        Assert.Equal(ChangePath.NormalFastTrack, plan.Path.Path);
        Assert.Contains(plan.Path.Because, says => says.StartsWith("window:", StringComparison.Ordinal));
    }

    [Fact]
    public void A_standard_change_takes_the_latest_start_within_its_windows()
    {
        var nights = new ChangeWindow([DayOfWeek.Tuesday, DayOfWeek.Wednesday], TimeSpan.FromHours(22), TimeSpan.FromHours(5));
        var model = Some.Model() with { Scope = Some.Model().Scope with { Windows = [nights] } };

        var plan = Assert.IsType<ChangePlan.Scheduled>(PlanChange.Decide(Some.Facts(model: model), Some.Calendar(), Settings, Now));

        Assert.Equal((ChangePath.Standard, Some.At(5, 3)), (plan.Path.Path, plan.Start));
    }

    [Fact]
    public void A_suspended_model_makes_a_normal_change()
    {
        var facts = Some.Facts() with { Standing = new ModelStanding(true, ["c-0"], ["change c-0 failed"]) };

        var plan = Assert.IsType<ChangePlan.Scheduled>(PlanChange.Decide(facts, Some.Calendar(), Settings, Now));

        Assert.Equal(ChangePath.Normal, plan.Path.Path);
        Assert.Contains("change c-0 failed", plan.Path.Because);
    }

    [Fact]
    public void With_no_safe_start_left_it_is_an_emergency_candidate()
    {
        var plan = PlanChange.Decide(Some.Facts(), Some.Calendar(), Settings, Some.At(5, 10));

        Assert.Equal(ChangePath.EmergencyCandidate, Assert.IsType<ChangePlan.EmergencyCandidate>(plan).Path.Path);
    }

    [Fact]
    public void A_freeze_without_an_end_can_be_signed_away()
    {
        var endless = new Freeze("endless", Some.At(1, 0), null, ["mail"], "the move");

        var plan = Assert.IsType<ChangePlan.NeedsDecision>(
            PlanChange.Decide(Some.Facts(), Some.Calendar() with { Freezes = [endless] }, Settings, Now));

        var exemption = Assert.IsType<DecisionOption.SignFreezeExemption>(plan.Options[^1]);
        Assert.Equal(["endless"], exemption.Freezes);
        Assert.DoesNotContain(plan.Options, option => option is DecisionOption.ExemptCapacity or DecisionOption.Displace);
        Assert.Equal(Some.At(5, 10), plan.LatestSafeStart);
    }

    [Fact]
    public void Beyond_the_share_of_AI_the_rest_queues_and_planned_work_keeps_its_places()
    {
        PlanFacts[] all = [.. Enumerable.Range(1, 3).Select(number => Some.Facts(Some.Request($"c-{number}") with
        {
            Item = Some.Item with { Id = $"srv-{number}" },
        }))];

        var plans = PlanChange.DecideAll(all, Some.Calendar(), Settings, Now);

        Assert.Equal(["c-1", "c-2", "c-3"], plans.Select(one => one.Change));
        Assert.IsType<ChangePlan.Scheduled>(plans[0].Plan);
        foreach (var (_, plan) in plans.Skip(1))
        {
            var queued = Assert.IsType<ChangePlan.NeedsDecision>(plan);
            Assert.Equal(StartObstacle.AiShare, queued.Rejected[0].Obstacle);
            Assert.Contains(new DecisionOption.Displace("c-1", 20), queued.Options);
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(4, 1)]
    [InlineData(7, 1)]
    [InlineData(8, 2)]
    public void The_share_of_AI_is_rounded_down_but_never_to_nothing(int perWeek, int ai) =>
        Assert.Equal(ai, new TeamCapacity(Some.Servers, perWeek, TimeZoneInfo.Utc).AiPerWeek(0.25));

    [Fact]
    public void A_team_whose_capacity_nobody_has_declared_takes_a_decision()
    {
        var plan = PlanChange.Decide(Some.Facts(), Some.Calendar() with { Teams = [] }, Settings, Now);

        Assert.Contains(new DecisionOption.ExemptCapacity("2026-W10"), Assert.IsType<ChangePlan.NeedsDecision>(plan).Options);
    }
}
