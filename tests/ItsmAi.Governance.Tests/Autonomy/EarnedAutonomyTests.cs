using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Suggestions;
using ItsmAi.Governance.Tests.Actions;

namespace ItsmAi.Governance.Tests.Autonomy;

public sealed class EarnedAutonomyTests
{
    private static readonly Person Kim = new("kim");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fifty_nine_of_sixty_right_are_proposed_for_Auto_with_their_evidence()
    {
        var history = At(AutonomyLevel.ApproveFirst);
        await history.Resolved(right: 59, wrong: 1, Verdict.Propose);

        var proposal = Assert.Single(await history.Room.Ladder.Promotions.Sweep(Stop));

        Assert.Equal((AutonomyLevel.ApproveFirst, AutonomyLevel.Auto), (proposal.From, proposal.To));
        Assert.Equal((59, 60), (proposal.Measured.Right, proposal.Measured.Of));
        Assert.Equal(0.911, proposal.Measured.Lower, 3);
        Assert.Equal(60, proposal.Evidence.Count);
        Assert.NotNull(await history.Room.Obligations.Find(proposal.Id, Stop));
    }

    [Fact]
    public async Task Fifty_eight_of_sixty_are_refused_and_the_number_is_shown()
    {
        var history = At(AutonomyLevel.ApproveFirst);
        await history.Resolved(right: 58, wrong: 2, Verdict.Propose);

        Assert.Empty(await history.Room.Ladder.Promotions.Sweep(Stop));
        var record = await history.Room.Ladder.Records.Read(History.Key, Stop);
        var answer = Assert.IsType<PromotionAnswer.NotBorne>(await history.Room.Ladder.Promotions.Answer(History.Key, record, Stop));
        Assert.Equal("Auto takes a lower bound of 0.900, and 58 of 60 right give 0.886", answer.Says);
    }

    [Fact]
    public async Task Forty_nine_of_fifty_are_too_few_and_fifty_of_fifty_are_enough()
    {
        var history = At(AutonomyLevel.ApproveFirst);
        await history.Resolved(right: 49, wrong: 1, Verdict.Propose);
        Assert.Empty(await history.Room.Ladder.Promotions.Sweep(Stop));

        var other = At(AutonomyLevel.ApproveFirst);
        await other.Resolved(right: 50, wrong: 0, Verdict.Propose);
        Assert.Single(await other.Room.Ladder.Promotions.Sweep(Stop));
    }

    [Fact]
    public async Task A_proposal_that_nobody_answers_changes_nothing_however_often_the_sweep_runs()
    {
        var history = At(AutonomyLevel.ApproveFirst);
        await history.Resolved(right: 60, wrong: 0, Verdict.Propose);

        for (var day = 0; day < 20; day++)
        {
            await history.Room.Ladder.Promotions.Sweep(Stop);
            history.Room.Clock.Pass(TimeSpan.FromDays(1));
        }

        Assert.Equal(AutonomyLevel.ApproveFirst, await history.Level());
        Assert.Single(await history.Receipts(ReceiptKind.PromotionProposed));
    }

    [Fact]
    public async Task Somebody_else_approves_and_the_evidence_is_kept()
    {
        var history = At(AutonomyLevel.ApproveFirst);
        await history.Resolved(right: 60, wrong: 0, Verdict.Propose);
        var proposal = (await history.Room.Ladder.Promotions.Sweep(Stop))[0];

        Assert.Null(await history.Room.Ladder.Promotions.Approve(proposal.Id, Kim, Stop));

        Assert.Equal(AutonomyLevel.Auto, await history.Level());
        var promoted = Assert.Single(await history.Receipts(ReceiptKind.Promoted));
        Assert.Equal(60, promoted.Evidence!.Count);
        Assert.Contains("waits for nobody", await history.Room.Ladder.Promotions.Approve(proposal.Id, Kim, Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("desk.lead", "owner of a use case")]
    [InlineData("Desk.Lead ", "owner of a use case")]
    [InlineData("itsmai", "an AI identity")]
    [InlineData("rt-bot", "an AI identity")]
    [InlineData("", "nobody is named")]
    public async Task The_owner_and_the_product_itself_may_not_approve(string account, string says)
    {
        var history = At(AutonomyLevel.ApproveFirst);
        await history.Resolved(right: 60, wrong: 0, Verdict.Propose);
        var proposal = (await history.Room.Ladder.Promotions.Sweep(Stop))[0];

        Assert.Contains(says, await history.Room.Ladder.Promotions.Approve(proposal.Id, new Person(account), Stop), StringComparison.Ordinal);

        Assert.Equal(AutonomyLevel.ApproveFirst, await history.Level());
    }

    [Fact]
    public async Task It_rises_one_rung_at_a_time_whatever_the_evidence()
    {
        var history = At(AutonomyLevel.Shadow);
        await history.Resolved(right: 60, wrong: 0, Verdict.Observe);
        foreach (var rung in new[] { AutonomyLevel.Suggest, AutonomyLevel.ApproveFirst, AutonomyLevel.Auto })
        {
            var proposal = Assert.Single(await history.Room.Ladder.Promotions.Sweep(Stop));
            Assert.Equal(rung, proposal.To);
            await history.Room.Ladder.Promotions.Approve(proposal.Id, Kim, Stop);
            Assert.Equal(rung, await history.Level());
        }

        Assert.Empty(await history.Room.Ladder.Promotions.Sweep(Stop));
    }

    [Fact]
    public async Task What_is_not_earned_yet_says_how_much_is()
    {
        var history = At(AutonomyLevel.ApproveFirst);
        await history.Resolved(right: 7, wrong: 2, Verdict.Propose);

        var gates = await history.Room.Ladder.Autonomy.Gates(Some.Suggestion() with { ClassId = "vpn" }, Stop);

        Assert.Contains("ApproveFirst so far: 7 of 9", Assert.Single(gates, gate => gate.Name == EarnedAutonomy.Earned).Says, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(5000)]
    public async Task A_name_that_a_rule_gives_is_cut_to_a_hundred_letters_and_a_class_that_no_rule_names_has_no_id(int length)
    {
        var history = At(AutonomyLevel.Auto);
        var autonomy = history.Room.Ladder.Autonomy;

        var ruled = await autonomy.Classified(new RuledLike(Some.Suggestion()) { Class = new string('a', length) }, Stop);
        var routed = await autonomy.Classified(Some.Suggestion() with { Class = "unheard of" }, Stop);

        Assert.Equal("rule:" + new string('a', 100), ruled.ClassId);
        Assert.Null(routed.ClassId);
    }

    [Fact]
    public async Task What_a_rule_commanded_is_not_done_once_the_rule_is_gone()
    {
        var history = At(AutonomyLevel.Auto);
        var room = history.Room;
        room.Policy = room.Policy with
        {
            Rules = [new PolicyRule("keep", ActionKind.UpdateIncident, [], [], PolicyConditions.None, AutonomyLevel.Auto, "kept up to date")],
        };
        var decided = await room.CarryOut.Handle(new RuledLike(Some.Suggestion()) { Class = "DiskWillFill" }, Some.Event(), Stop);
        Assert.Equal(Verdict.Act, decided.Verdict);
        Assert.Null(await room.Ladder.Autonomy.LostSince(decided, decided, Stop));

        room.Policy = room.Policy with { Rules = [] };

        Assert.Equal("policy", (await room.Ladder.Autonomy.LostSince(decided, decided, Stop))?.Name);
    }

    [Fact]
    public async Task A_second_move_in_the_same_moment_is_a_bounce()
    {
        var history = At(AutonomyLevel.Auto);
        var decided = await history.Decide();
        await history.Move(decided, "Identity");
        var at = history.Room.Clock.GetUtcNow();

        var (kind, _) = await history.Room.Ladder.Autonomy.Weigh(
            decided, new Observation("e-other", OutcomeKind.Overridden, at, "team", "Storage", "ben"), Stop);

        Assert.Equal(OutcomeKind.Bounced, kind);
    }

    private sealed record RuledLike : Suggestion
    {
        [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
        public RuledLike(Suggestion of)
            : base(of)
        {
            Subject = of.Subject;
            Change = PlannedChange.NoteOnly with { Summary = "what is known" };
        }

        public override ActionKind Action => ActionKind.UpdateIncident;
    }

    [Fact]
    public async Task A_proposal_for_a_level_that_has_changed_is_refused()
    {
        var history = At(AutonomyLevel.ApproveFirst);
        await history.Resolved(right: 60, wrong: 0, Verdict.Propose);
        var proposal = (await history.Room.Ladder.Promotions.Sweep(Stop))[0];
        await history.Room.Ladder.Records.Change(History.Key, record => record with { Level = AutonomyLevel.Shadow }, Stop);

        Assert.Contains("the level is Shadow", await history.Room.Ladder.Promotions.Approve(proposal.Id, Kim, Stop), StringComparison.Ordinal);

        Assert.Equal(AutonomyLevel.Shadow, await history.Level());
    }

    [Fact]
    public async Task A_proposal_that_reality_overtook_is_refused()
    {
        var history = At(AutonomyLevel.ApproveFirst);
        await history.Resolved(right: 60, wrong: 0, Verdict.Propose);
        var proposal = (await history.Room.Ladder.Promotions.Sweep(Stop))[0];
        await history.Resolved(right: 0, wrong: 3, Verdict.Propose);

        Assert.Contains("no longer borne", await history.Room.Ladder.Promotions.Approve(proposal.Id, Kim, Stop), StringComparison.Ordinal);

        Assert.Equal(AutonomyLevel.ApproveFirst, await history.Level());
    }

    [Fact]
    public async Task Five_overrides_in_the_last_twenty_demote_in_the_same_invocation_and_the_receipt_names_them()
    {
        var history = At(AutonomyLevel.Auto);
        await history.Resolved(right: 60, wrong: 0);
        var overridden = new List<string>();
        for (var number = 0; number < 5; number++)
        {
            Assert.Equal(AutonomyLevel.Auto, await history.Level());
            var decided = await history.Decide();
            overridden.Add(decided.Decision);
            await history.Move(decided, "Identity", by: number % 2 == 0 ? "ana" : "ben");
        }

        Assert.Equal(AutonomyLevel.Suggest, await history.Level());
        var demoted = Assert.Single(await history.Receipts(ReceiptKind.Demoted));
        Assert.Equal(overridden.Order(StringComparer.Ordinal), demoted.Evidence!.Order(StringComparer.Ordinal));
        var next = await history.Room.CarryOut.Handle(Some.Suggestion(), Some.Event(), Stop);
        Assert.Equal(Verdict.Propose, next.Verdict);
        Assert.Equal(0, history.Room.Desk.FieldWrites);
    }

    [Fact]
    public async Task Five_overrides_that_lie_further_apart_are_no_burst()
    {
        var history = At(AutonomyLevel.Auto);
        for (var number = 0; number < 5; number++)
        {
            await history.Resolved(right: 19, wrong: 0);
            await history.Move(await history.Decide(), "Identity", by: number % 2 == 0 ? "ana" : "ben");
        }

        Assert.Equal(AutonomyLevel.Auto, await history.Level());
    }

    [Theory]
    [InlineData(55, AutonomyLevel.Auto)]
    [InlineData(54, AutonomyLevel.Suggest)]
    public async Task Auto_holds_at_55_of_the_last_60_and_falls_at_54(int right, AutonomyLevel expected)
    {
        var history = At(AutonomyLevel.Auto);
        await history.Resolved(right: 0, wrong: 60 - right);
        Assert.Equal(AutonomyLevel.Auto, await history.Level());
        history.Room.Policy = history.Room.Policy with { Autonomy = new AutonomySettings { DemoteMinimum = 60 } };

        await history.Resolved(right, wrong: 0);

        Assert.Equal(expected, await history.Level());
    }

    [Theory]
    [InlineData(19, AutonomyLevel.Auto)]
    [InlineData(20, AutonomyLevel.Suggest)]
    public async Task The_rate_alone_takes_nothing_away_below_twenty(int wrong, AutonomyLevel expected)
    {
        var history = At(AutonomyLevel.Auto);

        await history.Resolved(right: 0, wrong);

        Assert.Equal(expected, await history.Level());
    }

    [Fact]
    public async Task One_wrong_act_of_the_gravest_priority_demotes_at_once()
    {
        var history = At(AutonomyLevel.Auto);
        await history.Resolved(right: 60, wrong: 0);
        var decided = await history.Decide(priority: Priority.P1);
        await history.Resolve(decided);
        Assert.Equal(AutonomyLevel.Auto, await history.Level());

        await history.Reopen(decided);

        Assert.Equal(AutonomyLevel.Suggest, await history.Level());
        Assert.Equal([decided.Decision], Assert.Single(await history.Receipts(ReceiptKind.Demoted)).Evidence!);
    }

    [Fact]
    public async Task After_a_demotion_autonomy_is_earned_anew()
    {
        var history = At(AutonomyLevel.Auto);
        await history.Resolved(right: 60, wrong: 0);
        var grave = await history.Decide(priority: Priority.P1);
        await history.Move(grave, "Identity");

        Assert.Empty(await history.Room.Ladder.Promotions.Sweep(Stop));

        history.Room.Clock.Pass(TimeSpan.FromMinutes(1));
        await history.Resolved(right: 20, wrong: 0, Verdict.Propose);
        Assert.Equal(AutonomyLevel.ApproveFirst, Assert.Single(await history.Room.Ladder.Promotions.Sweep(Stop)).To);
    }

    [Fact]
    public async Task Outcomes_older_than_the_window_are_no_evidence()
    {
        var history = At(AutonomyLevel.ApproveFirst);
        await history.Resolved(right: 60, wrong: 0, Verdict.Propose);
        history.Room.Clock.Pass(TimeSpan.FromDays(31));

        Assert.Empty(await history.Room.Ladder.Promotions.Sweep(Stop));
    }

    [Fact]
    public async Task A_person_lowers_a_level_at_once_and_never_raises_one()
    {
        var history = At(AutonomyLevel.Auto);
        var promotions = history.Room.Ladder.Promotions;

        Assert.Contains("is not below", await promotions.Lower(History.Key, AutonomyLevel.Auto, "why", Kim, Stop), StringComparison.Ordinal);
        Assert.Null(await promotions.Lower(History.Key, AutonomyLevel.Shadow, "an audit", Kim, Stop));

        Assert.Equal(AutonomyLevel.Shadow, await history.Level());
        Assert.Equal("an audit", Assert.Single(await history.Receipts(ReceiptKind.Demoted)).Because);
    }

    [Fact]
    public async Task A_rejected_proposal_comes_back_on_new_evidence_alone()
    {
        var history = At(AutonomyLevel.ApproveFirst);
        await history.Resolved(right: 60, wrong: 0, Verdict.Propose);
        var proposal = (await history.Room.Ladder.Promotions.Sweep(Stop))[0];

        Assert.Null(await history.Room.Ladder.Promotions.Reject(proposal.Id, "not before the audit", Kim, Stop));

        history.Room.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Empty(await history.Room.Ladder.Promotions.Sweep(Stop));
        Assert.Equal(AutonomyLevel.ApproveFirst, await history.Level());
        await history.Resolved(right: 50, wrong: 0, Verdict.Propose);
        Assert.Single(await history.Room.Ladder.Promotions.Sweep(Stop));
    }

    private static History At(AutonomyLevel level) => new(new Room(level));
}
