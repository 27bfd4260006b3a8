using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Policy.Replaying;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Tests.Policy;

public sealed class PolicyReplayTests
{
    private static readonly PolicyDocument Suggesting = Some.Policy(AutonomyLevel.Suggest);
    private static readonly PolicyDocument Acting = Some.Policy(AutonomyLevel.Auto) with { Version = "p2" };

    [Fact]
    public void What_is_gained_is_shown_with_what_reality_said_of_it()
    {
        var receipts = Enumerable.Range(0, 212).SelectMany(number =>
        {
            var decided = Past.Decided($"{number}");
            return number switch
            {
                0 => new[] { decided, Past.Outcome(decided, OutcomeKind.Overridden), Past.Outcome(decided, OutcomeKind.Accepted) },
                < 9 => [decided, Past.Outcome(decided, OutcomeKind.Overridden)],
                < 11 => [decided, Past.Outcome(decided, OutcomeKind.Accepted), Past.Outcome(decided, OutcomeKind.Reopened)],
                < 100 => [decided, Past.Outcome(decided, OutcomeKind.Accepted)],
                _ => [decided],
            };
        });

        var report = PolicyReplay.Over(receipts, Suggesting, Acting);

        var flip = Assert.Single(report.Flips);
        Assert.Equal((212, 212, 0), (report.MoreActs(ActionKind.Route), report.FlipCount, report.ProtectedFlipCount));
        Assert.Equal(("Propose at Suggest", "Act at Auto", "vpn"), (flip.From.Outward, flip.To.Outward, flip.Class));
        Assert.Equal((9, 2, 92), (flip.Outcomes[OutcomeKind.Overridden], flip.Outcomes[OutcomeKind.Reopened], flip.Outcomes[OutcomeKind.Accepted]));
        Assert.Equal((11, 100), (flip.Wrong.Wrong, flip.Wrong.Of));
        Assert.Equal((0.0625, 0.1863), (Math.Round(flip.Wrong.Lower, 4), Math.Round(flip.Wrong.Upper, 4)));
    }

    [Fact]
    public void The_same_policy_changes_nothing()
    {
        var drawn = new Drawn(new Random(5));
        for (var run = 0; run < 2_000; run++)
        {
            var (policy, past) = (drawn.Policy(), Past.Decided(drawn.Suggestion($"{run}"), drawn.Policy("p0"), drawn.Gates()));

            var report = PolicyReplay.Over([past], policy, policy);

            Assert.Equal((1, 0), (report.Decisions, report.FlipCount));
        }
    }

    [Fact]
    public void Every_decision_that_comes_out_otherwise_is_counted_once_and_no_other()
    {
        var drawn = new Drawn(new Random(6));
        for (var run = 0; run < 1_000; run++)
        {
            var (old, next) = (drawn.Policy(), drawn.Policy("p2"));
            var past = Enumerable.Range(0, 10).Select(number => Past.Decided(drawn.Suggestion($"{number}"), old, drawn.Gates())).ToList();

            var report = PolicyReplay.Over(past, old, next);

            var otherwise = past.Count(one => DecisionReplay.Of(one, next).Replayed.Level != one.Level);
            Assert.Equal((10, otherwise), (report.Decisions, report.FlipCount));
        }
    }

    [Fact]
    public void A_gate_that_failed_then_still_holds()
    {
        var held = Past.Decided(
            Some.Suggestion(), Suggesting, [Gate.Fail("write-budget", "enough", AutonomyLevel.Shadow)]);

        var report = PolicyReplay.Over([held], Suggesting, Acting);

        Assert.Equal((1, 0), (report.Decisions, report.FlipCount));
        Assert.Equal(["write-budget"], report.GatesAsRecorded);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void A_class_that_either_policy_protects_is_marked_under_any_of_its_names(bool old, bool next)
    {
        var renamed = Past.Decided(Some.Suggestion() with { Class = "salaries", ClassNames = ["salaries", "payroll"] }, Suggesting, []);

        var report = PolicyReplay.Over(
            [renamed, Past.Decided("1")],
            Suggesting with { Protected = old ? ["payroll"] : [] },
            Acting with { Protected = next ? ["payroll"] : [] });

        Assert.Equal((2, 1), (report.FlipCount, report.ProtectedFlipCount));
        Assert.True(report.Flips[0].IsProtected);
    }

    [Fact]
    public void Without_a_policy_in_force_it_is_compared_with_what_was_answered_then()
    {
        var report = PolicyReplay.Over([Past.Decided("1")], old: null, Acting);

        Assert.Equal((1, null), (report.FlipCount, report.OldVersion));
    }
}
