using ItsmAi.Changes.Ledger;
using ItsmAi.Changes.Raising;
using ItsmAi.Changes.Requests;
using ItsmAi.Governance.Receipts;

namespace ItsmAi.Hosting.Tests.Reactions.Changes;

public sealed class PreventiveChangeTests
{
    [Fact]
    public async Task A_disk_that_fills_gets_its_standard_change_in_time_and_is_prevented_with_evidence()
    {
        await using var house = await ForeseenHouse.Open();
        var fails = house.Clock.GetUtcNow().AddHours(60);
        house.WillFail("srv-1", fails);
        await house.Tick();

        var record = Assert.Single(await house.Tickets());
        Assert.Equal(("new", "Changes"), (record.Status, record.Queue));
        Assert.Contains("disk-extension v1", record.Title, StringComparison.Ordinal);
        var one = await house.Case("srv-1");
        Assert.Equal(ChangeState.Scheduled, one.Change.State);
        Assert.Equal(fails.AddHours(-25), one.Change.Start);
        Assert.Null(one.Change.ApprovedBy);
        var work = Assert.Single(await house.Owed());
        Assert.Equal(("kim", one.Change.End), (work.Owner.Account, work.DueAt));

        await house.PassUntil(one.Change.Start!.Value);
        await house.Work(1, "open");
        await house.Tick();
        Assert.Equal(ChangeState.Implementing, (await house.Case("srv-1")).Change.State);
        await house.Clock.Advance(TimeSpan.FromMinutes(40));
        await house.Work(1, "resolved");
        await house.Tick();
        one = await house.Case("srv-1");
        Assert.Equal((ChangeState.Implemented, PreventionOutcome.Unverified), (one.Change.State, one.Outcome));

        house.Holds("srv-1");
        await house.Pass(TimeSpan.FromHours(1));
        one = await house.Case("srv-1");
        Assert.Equal(PreventionOutcome.Prevented, one.Outcome);
        var judged = Assert.Single(await house.Receipts(), receipt => receipt is { Kind: ReceiptKind.PreventionJudged, Result: "Prevented" });
        Assert.Equal([one.Evidence[^1].Id], judged.Evidence);
        Assert.True((await house.Verify()).Holds);
        Assert.Contains("1 of 1 right", (await house.List()).GetProperty("ledger").GetProperty("prevented").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Told_again_and_again_and_begun_anew_it_opens_one_record_and_testifies_each_step_once()
    {
        await using var house = await ForeseenHouse.Open();
        house.WillFail("srv-1", house.Clock.GetUtcNow().AddHours(60));
        for (var round = 0; round < 8; round++)
        {
            await house.Tick();
            await house.Restart();
            await house.Pass(TimeSpan.FromMinutes(5));
        }

        Assert.Single(await house.Tickets());
        var receipts = await house.Receipts();
        Assert.Equal(receipts.Count, receipts.Select(one => one.Id).Distinct().Count());
        Assert.Single(receipts, one => one is { Kind: ReceiptKind.Applied, Opened: not null });
        Assert.Equal((await house.Case("srv-1")).Change.Moves.Count, receipts.Count(one => one.Kind == ReceiptKind.ChangeMoved));
    }

    [Fact]
    public async Task Two_processes_that_see_one_failure_at_once_make_one_change_and_one_record()
    {
        await using var house = await ForeseenHouse.Open();
        house.WillFailAsSeenLater("srv-1", house.Clock.GetUtcNow().AddHours(60));
        house.Store.BeforeInsert = ("changes", house.TickElsewhere);
        await house.Tick();
        await house.TickElsewhere();

        Assert.Single(await house.Cases());
        Assert.Single(await house.Tickets());
        Assert.True((await house.Verify()).Holds);
    }

    [Fact]
    public async Task Without_capacity_a_named_person_is_asked_then_the_authority_and_nothing_is_carried_out_by_itself()
    {
        await using var house = await ForeseenHouse.Open(items: ["srv-1", "srv-2"]);
        var fails = house.Clock.GetUtcNow().AddHours(60);
        house.WillFail("srv-1", fails);
        house.WillFail("srv-2", fails.AddHours(1));
        await house.Tick();

        var asked = await house.Case("srv-2");
        Assert.Equal(ChangeState.AwaitingDecision, asked.Change.State);
        Assert.Contains(asked.Options, option => option.StartsWith("displace change-disk-srv-1", StringComparison.Ordinal));
        Assert.Contains(asked.Options, option => option.Contains("accept the risk", StringComparison.Ordinal));
        var decide = Assert.Single(await house.Owed(), owed => owed.About == asked.Change.Id);
        Assert.Equal("dora", decide.Owner.Account);
        Assert.True(decide.DueAt < asked.Change.LatestSafeStart);
        Assert.Contains("There is no place for it", SuggestChange.Text(asked), StringComparison.Ordinal);

        await house.PassUntil(asked.Change.DecisionDue!.Value.AddMinutes(1));
        var overdue = Assert.Single(await house.Owed(), owed => owed.About == asked.Change.Id);
        Assert.Equal("carl", overdue.Owner.Account);

        await house.PassUntil(asked.Change.LatestSafeStart!.Value);
        Assert.Equal(ChangeState.EmergencyCandidate, (await house.Case("srv-2")).Change.State);
        Assert.Equal("emma", Assert.Single(await house.Owed(), owed => owed.About == asked.Change.Id).Owner.Account);
        await house.PassUntil(fails.AddHours(2));
        var late = await house.Case("srv-2");
        Assert.Equal((ChangeState.EmergencyCandidate, PreventionOutcome.IgnoredAndFailed), (late.Change.State, late.Outcome));
        Assert.Equal("new", (await house.Tickets())[1].Status);
    }

    [Fact]
    public async Task Only_a_person_who_holds_the_role_approves_and_says_when()
    {
        await using var house = await ForeseenHouse.Open(items: ["srv-1", "srv-2"]);
        var fails = house.Clock.GetUtcNow().AddHours(60);
        house.WillFail("srv-1", fails);
        house.WillFail("srv-2", fails);
        await house.Tick();
        var id = (await house.Case("srv-2")).Change.Id;
        var start = $"{house.Clock.GetUtcNow().AddHours(20):yyyy-MM-ddTHH:mm}Z";

        Assert.Equal(409, (await house.Step("emma", id, "approve", $$"""{"role":"delegated-approver","start":"{{start}}"}""")).Status);
        Assert.Equal(409, (await house.Step("dora", id, "approve", $$"""{"start":"{{start}}"}""")).Status);
        Assert.Equal(400, (await house.Step("dora", id, "approve", """{"role":"delegated-approver","start":"soon"}""")).Status);
        Assert.Equal(400, (await house.Step("dora", id, "approve", """{"priority":"P1"}""")).Status);
        Assert.Equal(404, (await house.Step("dora", "change-of-nobody", "approve")).Status);
        Assert.Equal(ChangeState.AwaitingDecision, (await house.Case("srv-2")).Change.State);

        Assert.Equal(200, (await house.Step("dora", id, "approve", $$"""{"role":"delegated-approver","start":"{{start}}"}""")).Status);
        await house.Tick();
        var approved = await house.Case("srv-2");
        Assert.Equal((ChangeState.Scheduled, "dora"), (approved.Change.State, approved.Change.ApprovedBy?.Account));
        Assert.Contains("approved and scheduled", (await house.Tickets())[1].Summary, StringComparison.Ordinal);
        Assert.Equal("kim", Assert.Single(await house.Owed(), owed => owed.About == id).Owner.Account);
    }

    [Fact]
    public async Task The_owner_of_a_risk_may_not_accept_it_and_whoever_does_leaves_them_an_obligation()
    {
        await using var house = await ForeseenHouse.Open(items: ["srv-1", "srv-2"]);
        var fails = house.Clock.GetUtcNow().AddHours(60);
        house.WillFail("srv-1", fails);
        house.WillFail("srv-2", fails);
        await house.Tick();
        var id = (await house.Case("srv-2")).Change.Id;

        Assert.Equal(403, (await house.Step("olga", id, "accept-risk", """{"why":"we live with it"}""")).Status);
        Assert.Equal(409, (await house.Step("carl", id, "accept-risk")).Status);
        Assert.Equal(200, (await house.Step("carl", id, "accept-risk", """{"why":"it is replaced next week"}""")).Status);
        Assert.Equal(ChangeState.Rejected, (await house.Case("srv-2")).Change.State);
        var owed = Assert.Single(await house.Owed(), one => one.About == id);
        Assert.Equal(("olga", fails), (owed.Owner.Account, owed.DueAt));
    }

    [Fact]
    public async Task What_no_model_prevents_is_a_finding_of_the_one_whose_risk_it_is()
    {
        await using var house = await ForeseenHouse.Open(items: ["odd-1"]);
        house.WillFail("odd-1", house.Clock.GetUtcNow().AddHours(60));
        await house.Tick();
        await house.Pass(TimeSpan.FromMinutes(5));

        var owed = Assert.Single(await house.Owed());
        Assert.Equal("olga", owed.Owner.Account);
        Assert.Contains("no change model prevents it", owed.Says, StringComparison.Ordinal);
        Assert.Empty(await house.Cases());
        Assert.Empty(await house.Tickets());
    }

    [Fact]
    public async Task A_change_after_which_nothing_is_measured_stays_unverified()
    {
        await using var house = await ForeseenHouse.Open();
        var fails = house.Clock.GetUtcNow().AddHours(60);
        house.WillFail("srv-1", fails);
        await house.Tick();
        await house.PassUntil((await house.Case("srv-1")).Change.Start!.Value);
        house.IsSilent("srv-1");
        await house.Work(1, "resolved");
        await house.Tick();
        await house.PassUntil(fails.AddDays(3));

        var one = await house.Case("srv-1");
        Assert.Equal((PreventionOutcome.Unverified, false), (one.Outcome, one.IsSettled));
        Assert.Contains("not measurable", (await house.List()).GetProperty("ledger").GetProperty("prevented").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_waits_for_a_measurement_unasked_and_what_is_predicted_anew_gets_another_change()
    {
        await using var house = await ForeseenHouse.Open();
        var fails = house.Clock.GetUtcNow().AddHours(60);
        house.WillFail("srv-1", fails);
        await house.Tick();
        var first = await house.Case("srv-1");
        await house.PassUntil(first.Change.Start!.Value);
        house.IsSilent("srv-1");
        await house.Work(1, "resolved");
        await house.Tick();
        Assert.Equal(200, (await house.Step("carl", first.Change.Id, "review", """{"finding":"as planned"}""")).Status);
        await house.PassUntil(fails.AddHours(1));
        Assert.Equal("olga", Assert.Single(await house.Owed(), owed => owed.Id.EndsWith("-verify", StringComparison.Ordinal)).Owner.Account);

        house.WillFail("srv-1", house.Clock.GetUtcNow().AddHours(60));
        await house.Tick();
        Assert.Equal(2, (await house.Cases()).Count);
        Assert.Equal(2, (await house.Tickets()).Count);
    }

    [Fact]
    public async Task A_monitor_that_is_away_stops_no_clock_and_in_the_end_is_the_risk_owners_affair()
    {
        await using var house = await ForeseenHouse.Open(items: ["srv-1", "srv-2"]);
        var fails = house.Clock.GetUtcNow().AddHours(60);
        house.WillFail("srv-1", fails);
        house.WillFail("srv-2", fails);
        await house.Tick();
        var asked = await house.Case("srv-2");
        house.IsAway("srv-2");
        await house.PassUntil(asked.Change.DecisionDue!.Value.AddMinutes(1));
        Assert.Equal("carl", Assert.Single(await house.Owed(), owed => owed.About == asked.Change.Id).Owner.Account);
        Assert.DoesNotContain(await house.Owed(), owed => owed.About == "disk-srv-2");

        await house.Pass(TimeSpan.FromMinutes(30));
        await house.Pass(TimeSpan.FromMinutes(5));
        Assert.Equal("olga", Assert.Single(await house.Owed(), owed => owed.About == "disk-srv-2").Owner.Account);
    }

    [Fact]
    public async Task A_series_that_is_not_measured_is_owed_once_by_the_one_whose_risk_it_is()
    {
        await using var house = await ForeseenHouse.Open();
        house.IsBlind("srv-1", house.Clock.GetUtcNow().AddHours(-3));
        await house.Tick();
        await house.Pass(TimeSpan.FromHours(1));
        var owed = Assert.Single(await house.Owed());
        Assert.Equal(("olga", "disk-srv-1"), (owed.Owner.Account, owed.About));
        Assert.Contains("cannot be foreseen from disk-srv-1", owed.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_accepts_a_risk_stands_on_receipts_by_no_name()
    {
        await using var house = await ForeseenHouse.Open(items: ["srv-1", "srv-2"]);
        house.WillFail("srv-1", house.Clock.GetUtcNow().AddHours(60));
        house.WillFail("srv-2", house.Clock.GetUtcNow().AddHours(60));
        await house.Tick();
        var id = (await house.Case("srv-2")).Change.Id;
        Assert.Equal(200, (await house.Step("carl", id, "accept-risk", """{"why":"it is replaced"}""")).Status);
        Assert.DoesNotContain(await house.Receipts(), one => one.Actor == "carl" || (one.Headline ?? "").Contains("carl", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_a_candidate_until_its_time_was_past_is_approved_by_nobody_any_more()
    {
        await using var house = await ForeseenHouse.Open(items: ["srv-1", "srv-2"]);
        var fails = house.Clock.GetUtcNow().AddHours(60);
        house.WillFail("srv-1", fails);
        house.WillFail("srv-2", fails);
        await house.Tick();
        await house.PassUntil(fails.AddHours(1));
        var late = await house.Case("srv-2");
        await house.Tick();
        Assert.True(late.IsSettled);
        Assert.Equal(409, (await house.Step("emma", late.Change.Id, "approve", """{"role":"emergency-approver","emergency":"true"}""")).Status);
    }

    [Fact]
    public async Task A_failed_change_takes_the_pre_authorisation_from_the_next_one()
    {
        await using var house = await ForeseenHouse.Open(items: ["srv-1", "srv-2"]);
        house.WillFail("srv-1", house.Clock.GetUtcNow().AddHours(60));
        await house.Tick();
        var one = await house.Case("srv-1");
        await house.PassUntil(one.Change.Start!.Value);
        Assert.Equal(200, (await house.Step("emma", one.Change.Id, "begin", """{"evidence":"tried on the standby"}""")).Status);
        Assert.Equal(200, (await house.Step("emma", one.Change.Id, "finish", """{"failed":"true"}""")).Status);

        await house.Clock.Advance(TimeSpan.FromDays(14));
        house.Holds("srv-1");
        house.WillFail("srv-2", house.Clock.GetUtcNow().AddHours(60));
        await house.Tick();
        var next = await house.Case("srv-2");
        Assert.Equal(ChangeState.AwaitingDecision, next.Change.State);
        Assert.Contains(next.Because, reason => reason.Contains("failed, among the last 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task During_a_freeze_it_takes_two_persons_in_two_roles_and_an_emergency()
    {
        await using var house = await ForeseenHouse.OpenFrozen(hours: 70);
        house.WillFail("srv-1", house.Clock.GetUtcNow().AddHours(60));
        await house.Tick();
        var one = await house.Case("srv-1");
        Assert.Contains("freeze", string.Join(' ', one.Because), StringComparison.Ordinal);
        var start = house.Clock.GetUtcNow().AddHours(5);
        Task<int> Approve() => Status(house.Step(
            "emma", one.Change.Id, "approve", $$"""{"role":"emergency-approver","emergency":"true","start":"{{start:yyyy-MM-ddTHH:mmZ}}"}"""));

        Assert.Equal(409, await Approve());
        Assert.Equal(200, await Status(house.Step("carl", one.Change.Id, "sign", """{"role":"change-authority"}""")));
        Assert.Equal(409, await Approve());
        Assert.Equal(409, await Status(house.Step("carl", one.Change.Id, "sign", """{"role":"change-authority"}""")));
        Assert.Equal(409, await Status(house.Step("dora", one.Change.Id, "sign", """{"role":"change-authority"}""")));
        Assert.Equal(200, await Status(house.Step("dora", one.Change.Id, "sign", """{"role":"delegated-approver"}""")));
        Assert.Equal(200, await Approve());

        one = await house.Case("srv-1");
        Assert.Equal((ChangeState.Scheduled, start), (one.Change.State, one.Change.Start));
        Assert.Equal(["carl", "dora"], one.Change.FreezeSigners.Select(signer => signer.Account));
        Assert.Equal(2, (await house.Receipts()).Count(receipt => receipt.Headline?.StartsWith("SignExemption", StringComparison.Ordinal) == true));
        Assert.True((await house.Verify()).Holds);
    }

    [Fact]
    public async Task A_suspended_model_is_trusted_again_after_its_review_by_somebody_who_did_not_write_it()
    {
        await using var house = await ForeseenHouse.Open(items: ["srv-1", "srv-2"]);
        house.WillFail("srv-1", house.Clock.GetUtcNow().AddHours(60));
        await house.Tick();
        var one = await house.Case("srv-1");
        await house.PassUntil(one.Change.Start!.Value);
        Assert.Equal(409, await Status(house.Step("carl", "disk-extension", "reinstate")));
        Assert.Equal(200, await Status(house.Step("emma", one.Change.Id, "begin", """{"evidence":"tried on the standby"}""")));
        Assert.Equal(200, await Status(house.Step("emma", one.Change.Id, "finish", """{"failed":"true"}""")));

        Assert.Equal(409, await Status(house.Step("carl", "disk-extension", "reinstate")));
        Assert.Equal(200, await Status(house.Step("carl", one.Change.Id, "review", """{"finding":"the snapshot was too old"}""")));
        await house.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(409, await Status(house.Step("kim", "disk-extension", "reinstate")));
        Assert.Equal(404, await Status(house.Step("carl", "moon-extension", "reinstate")));
        Assert.Equal(200, await Status(house.Step("carl", "disk-extension", "reinstate")));
        var told = Assert.Single(await house.Receipts(), receipt => receipt.Kind == ReceiptKind.ModelReinstated);
        Assert.NotEqual("carl", told.Actor);
        Assert.Equal([one.Change.Id], told.Evidence!);

        await house.Restart();
        await house.Clock.Advance(TimeSpan.FromDays(14));
        house.Holds("srv-1");
        house.WillFail("srv-2", house.Clock.GetUtcNow().AddHours(60));
        await house.Tick();
        Assert.Equal(ChangeState.Scheduled, (await house.Case("srv-2")).Change.State);
    }

    [Fact]
    public async Task A_failure_that_comes_nearer_is_planned_for_anew_once_and_its_record_says_so()
    {
        await using var house = await ForeseenHouse.Open();
        house.WillFail("srv-1", house.Clock.GetUtcNow().AddHours(60));
        await house.Tick();
        var first = (await house.Case("srv-1")).Change;

        // A forecast moves with each look; the margin is there for that.
        foreach (var hours in new[] { 2, -3, -11 })
        {
            house.WillFail("srv-1", first.FailsAt.AddHours(hours));
            await house.Pass(TimeSpan.FromMinutes(5));
            Assert.Equal(first.Start, (await house.Case("srv-1")).Change.Start);
        }

        var sooner = house.Clock.GetUtcNow().AddHours(40);
        house.WillFail("srv-1", sooner);
        await house.Pass(TimeSpan.FromMinutes(5));
        await house.Pass(TimeSpan.FromMinutes(5));

        var change = (await house.Case("srv-1")).Change;
        Assert.Equal((ChangeState.Scheduled, sooner, sooner.AddHours(-25)), (change.State, change.FailsAt, change.Start));
        Assert.Single(change.Moves, move => move.Step == "Foresee");
        Assert.Equal(change.End, Assert.Single(await house.Owed()).DueAt);
        Assert.Contains($"{sooner:yyyy-MM-dd HH:mm}", Assert.Single(await house.Tickets()).Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_foreseen_too_soon_for_any_safe_start_becomes_a_candidate_that_people_decide_on()
    {
        await using var house = await ForeseenHouse.Open();
        house.WillFail("srv-1", house.Clock.GetUtcNow().AddHours(60));
        await house.Tick();

        house.WillFail("srv-1", house.Clock.GetUtcNow().AddHours(10));
        await house.Tick();

        Assert.Equal(ChangeState.EmergencyCandidate, (await house.Case("srv-1")).Change.State);
        Assert.Equal("emma", Assert.Single(await house.Owed()).Owner.Account);
    }

    [Fact]
    public async Task A_time_that_a_person_approved_is_theirs_to_move()
    {
        await using var house = await ForeseenHouse.Open(items: ["srv-1", "srv-2"]);
        var fails = house.Clock.GetUtcNow().AddHours(60);
        house.WillFail("srv-1", fails);
        house.WillFail("srv-2", fails);
        await house.Tick();
        var asked = await house.Case("srv-2");
        var start = fails.AddHours(-26);
        Assert.Equal(200, await Status(house.Step(
            "dora", asked.Change.Id, "approve", $$"""{"role":"{{asked.Change.Path!.ApproverRoles[0]}}","start":"{{start:yyyy-MM-ddTHH:mmZ}}"}""")));

        house.WillFail("srv-2", fails.AddHours(-20));
        await house.Tick();
        await house.Tick();

        Assert.Equal(start, (await house.Case("srv-2")).Change.Start);
        var owed = Assert.Single(await house.Owed(), one => one.Says.Contains("do it sooner", StringComparison.Ordinal));
        Assert.Equal("dora", owed.Owner.Account);
    }

    private static async Task<int> Status(Task<ItsmAi.Hosting.Calls.WebAnswer> answer) => (await answer).Status;

    [Fact]
    public async Task Without_a_rule_that_names_it_no_record_is_opened_but_people_are_asked_all_the_same()
    {
        await using var house = await ForeseenHouse.Open(level: "Off");
        house.WillFail("srv-1", house.Clock.GetUtcNow().AddHours(60));
        await house.Tick();

        Assert.Empty(await house.Tickets());
        Assert.Equal("kim", Assert.Single(await house.Owed()).Owner.Account);
    }
}
