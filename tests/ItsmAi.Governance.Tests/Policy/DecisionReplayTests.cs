using ItsmAi.Desk.People;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Policy.Replaying;
using ItsmAi.Governance.Receipts;

namespace ItsmAi.Governance.Tests.Policy;

public sealed class DecisionReplayTests
{
    [Fact]
    public void Whatever_was_decided_its_receipt_replays_to_the_same()
    {
        var drawn = new Drawn(new Random(4));
        for (var run = 0; run < 10_000; run++)
        {
            var (policy, suggestion) = (drawn.Policy(), drawn.Suggestion($"{run}"));
            var answer = Decide.On(PolicyFacts.Of(suggestion), policy, drawn.Gates());
            var decision = ReceiptAddress.DecisionOn(suggestion.Subject.Key, "Route", "created");
            var decided = ReceiptOf.Decision(
                suggestion, answer, decision, Some.Event(), policy.Version, new Person("itsmai"), Some.Time);
            var read = DecisionBook.Parse(DecisionBook.Write(new ReceiptLine(0, 1, "", decided))).Receipt;

            var replay = DecisionReplay.Of(read, policy);

            Assert.True(replay.IsSame, $"run {run}: {replay}");
            Assert.Equal((answer.Verdict, answer.Level, answer.Rule), (replay.Replayed.Verdict, replay.Replayed.Level, replay.Replayed.Rule));
        }
    }

    [Fact]
    public void Under_another_policy_both_answers_are_shown()
    {
        var replay = DecisionReplay.Of(Decided(AutonomyLevel.Auto), Some.Policy(AutonomyLevel.Shadow));

        Assert.False(replay.IsSame);
        Assert.Equal("Act at Auto by rule the-rule", replay.Recorded.ToString());
        Assert.Equal("Observe at Shadow by rule the-rule", replay.Replayed.ToString());
    }

    [Fact]
    public void A_receipt_of_another_kind_is_refused() =>
        Assert.Throws<ArgumentException>(() => DecisionReplay.Of(Some.Receipt("x"), Some.Policy(AutonomyLevel.Auto)));

    private static Receipt Decided(AutonomyLevel level)
    {
        var suggestion = Some.Suggestion();
        var answer = Decide.On(PolicyFacts.Of(suggestion), Some.Policy(level), []);
        return ReceiptOf.Decision(suggestion, answer, "1-beef", Some.Event(), "p1", new Person("itsmai"), Some.Time);
    }
}
