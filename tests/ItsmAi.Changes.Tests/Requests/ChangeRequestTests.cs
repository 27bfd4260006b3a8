using System.Text.Json;
using ItsmAi.Changes.Ledger;
using ItsmAi.Changes.Paths;
using ItsmAi.Changes.Requests;
using ItsmAi.Changes.Reviews;
using ItsmAi.Changes.Scheduling;
using ItsmAi.Changes.Standing;
using ItsmAi.Desk.Changes;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Duties;

namespace ItsmAi.Changes.Tests.Requests;

public sealed class ChangeRequestTests
{
    private static readonly DateTimeOffset Latest = Some.At(5, 10);
    private static readonly ChangeStep Risk = new ChangeStep.AssessRisk(new RiskScore(20, ChangeRisk.Low, [])) { At = Some.At(2, 2), By = Some.Ai };

    private static readonly ChangeStep.Plan Standard = new(Latest, Some.At(5, 12), Some.Path(ChangePath.Standard), null, Latest, Some.Leave())
    {
        At = Some.At(2, 3),
        By = Some.Ai,
    };

    private static readonly ChangeStep.Plan FastTrack =
        new(Latest, Some.At(5, 12), Some.Path(ChangePath.NormalFastTrack), Some.At(5, 6), Latest, null) { At = Some.At(2, 3), By = Some.Ai };

    private static readonly ChangeStep.Approve Approval =
        new(ApproverRoles.Delegated, Latest, Some.At(5, 12), false, []) { At = Some.At(3, 0), By = Some.Lead };

    private static readonly ChangeStep Begin = new ChangeStep.Begin("rehearsed on the standby", null) { At = Latest, By = Some.Ai };
    private static readonly ChangeStep BeginStandard = new ChangeStep.Begin("rehearsed", Some.Leave()) { At = Latest, By = Some.Ai };
    private static readonly ChangeStep Late = new ChangeStep.BecomeEmergencyCandidate { At = Latest, By = Some.Ai };

    [Fact]
    public void A_standard_change_goes_from_prediction_to_close_without_an_approval()
    {
        var closed = Take(
            Some.Change(),
            Risk,
            Standard,
            BeginStandard,
            new ChangeStep.Finish(false, false, 3) { At = Some.At(5, 11), By = Some.Ai },
            new ChangeStep.Close { At = Some.At(5, 12), By = Some.Ai });

        Assert.Equal(ChangeState.Closed, closed.State);
        Assert.Null(closed.ApprovedBy);
        Assert.Null(closed.Review);
        Assert.Equal(["AssessRisk", "Plan", "Begin", "Finish", "Close"], closed.Moves.Select(move => move.Step));
        Assert.Equal(TimeSpan.FromHours(25), LeadTimes.Of(closed).Slack);
        Assert.Equal(closed.ImplementedAt - closed.PredictedAt, LatencySplit.Of(LeadTimes.Of(closed)).Total);
    }

    [Fact]
    public void A_fast_tracked_change_waits_for_a_person_who_holds_the_role()
    {
        var waiting = Take(Some.Change(), Risk, FastTrack);

        Assert.Equal(ChangeState.AwaitingDecision, waiting.State);
        Assert.Equal("Begin is not possible while the change is AwaitingDecision", Refused(waiting, Begin));
        Assert.Equal("an AI identity may not do this; a person has to", Refused(waiting, Approval with { By = Some.Ai }));
        Assert.StartsWith("role: whoever approves does not hold", Refused(waiting, Approval with { By = Some.Board }), StringComparison.Ordinal);
        Assert.StartsWith("role: \"janitor\"", Refused(waiting, Approval with { Role = "janitor" }), StringComparison.Ordinal);
        Assert.Equal(Some.Lead, Take(waiting, Approval, Begin).ApprovedBy);
    }

    [Fact]
    public void Whoever_asked_for_a_change_may_not_approve_it() =>
        Assert.Contains(
            "may not approve",
            Refused(Take(Some.Change() with { Requester = new Person("LEAD@example.org") }, Risk, FastTrack), Approval),
            StringComparison.Ordinal);

    [Fact]
    public void No_decision_by_its_date_goes_up_and_the_authority_may_decide_then()
    {
        var waiting = Take(Some.Change(), Risk, FastTrack with { Path = new PathChoice(ChangePath.NormalFastTrack, [ApproverRoles.Delegated], []) });
        var escalation = new ChangeStep.Escalate { At = Some.At(5, 6), By = Some.Ai };
        var byAuthority = Approval with { Role = ApproverRoles.Authority, By = Some.Board, At = Some.At(5, 7) };

        Assert.Equal("the decision is not overdue yet", Refused(waiting, escalation with { At = Some.At(5, 5, 59) }));
        Assert.StartsWith("role:", Refused(waiting, byAuthority), StringComparison.Ordinal);
        var up = Take(waiting, escalation);
        Assert.Equal(ChangeState.Scheduled, Take(up, byAuthority).State);
        Assert.Equal("it went up to the change authority before", Refused(up, escalation));
    }

    [Fact]
    public void At_the_latest_safe_start_it_is_an_emergency_candidate_that_nobody_carries_out()
    {
        var waiting = Take(Some.Change(), Risk, FastTrack);

        Assert.Equal("a safe start is still possible", Refused(waiting, new ChangeStep.BecomeEmergencyCandidate { At = Latest.AddMinutes(-1), By = Some.Ai }));
        var candidate = Take(waiting, Late);
        Assert.Equal(ChangeState.EmergencyCandidate, candidate.State);
        Assert.Contains("not possible", Refused(candidate, Begin), StringComparison.Ordinal);
        var late = Approval with { At = Latest, Start = Latest.AddHours(1), End = Latest.AddHours(3) };
        Assert.StartsWith("asEmergency:", Refused(candidate, late), StringComparison.Ordinal);
        Assert.Contains("AI identity", Refused(candidate, Emergency() with { By = Some.Ai }), StringComparison.Ordinal);
        Assert.True(Take(candidate, Emergency()).IsEmergency);
    }

    [Fact]
    public void A_scheduled_change_may_still_begin_in_its_last_safe_minute()
    {
        var scheduled = Take(Some.Change(), Risk, Standard);

        Assert.Equal("a safe start is still possible", Refused(scheduled, Late));
        Assert.Equal("at: the latest safe start is past", Refused(scheduled, BeginStandard with { At = Latest.AddMinutes(1) }));
        Assert.Equal(ChangeState.Implementing, Take(scheduled, BeginStandard).State);
    }

    [Fact]
    public void An_overdue_review_of_an_emergency_blocks_the_next_one()
    {
        var candidate = Take(Some.Change(), Risk, FastTrack, Late);
        var owed = new ChangeReview("c-0", "", Some.Servers, Some.At(4, 0), []) { IsOfEmergency = true };

        var answer = candidate.Apply(Emergency(), Some.Law() with { Reviews = [owed] });

        Assert.Contains("owes the review of emergency change c-0", Assert.IsType<ChangeAnswer.Refused>(answer).Why.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void During_a_freeze_only_an_emergency_with_two_signatures_is_approved()
    {
        var law = Some.Law() with { Calendar = Some.Calendar() with { Freezes = [new Freeze("f", Some.At(5, 0), null, ["mail"], "")] } };
        var candidate = Take(Some.Change(), Risk, FastTrack, Late);
        FreezeSignature[] two = [new(Some.Chief, ApproverRoles.Emergency), new(new Person("owner"), "service-owner")];

        Assert.Contains("two persons in two roles", Why(candidate, Emergency()), StringComparison.Ordinal);
        Assert.Contains("does not hold", Why(candidate, Emergency() with { Signatures = [two[0], new(Some.Lead, "service-owner")] }), StringComparison.Ordinal);
        Assert.Contains("does not hold", Why(candidate, Emergency() with { Signatures = [two[0], new(Some.Ai, "service-owner")] }), StringComparison.Ordinal);
        Assert.Contains("during freeze f", Why(Take(Some.Change(), Risk, FastTrack), Approval), StringComparison.Ordinal);
        Assert.Contains("during freeze f", Why(Take(Some.Change(), Risk), Standard), StringComparison.Ordinal);
        var approved = Assert.IsType<ChangeAnswer.Moved>(candidate.Apply(Emergency() with { Signatures = two }, law)).Now;
        Assert.Equal([Some.Chief, new Person("owner")], approved.FreezeSigners);
        Assert.IsType<ChangeAnswer.Moved>(approved.Apply(Begin with { At = Latest.AddHours(1) }, law));

        string Why(ChangeRequest change, ChangeStep step) => Assert.IsType<ChangeAnswer.Refused>(change.Apply(step, law)).Why.Says;
    }

    [Fact]
    public void A_freeze_that_comes_up_after_the_plan_still_stops_the_change()
    {
        var law = Some.Law() with { Calendar = Some.Calendar() with { Freezes = [new Freeze("f", Some.At(5, 11), null, [], "")] } };

        var answer = Take(Some.Change(), Risk, Standard).Apply(BeginStandard, law);

        Assert.Contains("freeze f holds", Assert.IsType<ChangeAnswer.Refused>(answer).Why.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void A_standard_change_whose_model_no_longer_holds_does_not_begin()
    {
        var scheduled = Take(Some.Change(), Risk, Standard);

        Assert.Equal("leave: no model pre-authorises it", Refused(scheduled, Begin));
        Assert.Equal("leave: change c-9 failed", Refused(scheduled, With(Some.Leave() with { Standing = new ModelStanding(true, ["c-9"], ["change c-9 failed"]) })));
        Assert.StartsWith("leave: disk-extension v1 expired", Refused(scheduled, With(Some.Leave() with { ExpiresAt = Latest })), StringComparison.Ordinal);
        Assert.Equal("leave: steps: other", Refused(scheduled, With(Some.Leave() with { OutOfScope = ["steps: other"] })));
        Assert.Equal("leave: no model pre-authorises it", Refused(scheduled, With(Some.Leave() with { Model = "other v1" })));

        static ChangeStep With(PreAuthorisation leave) => new ChangeStep.Begin("rehearsed", leave) { At = Latest, By = Some.Ai };
    }

    [Fact]
    public void Nothing_begins_without_a_risk_on_record_and_evidence_of_a_test()
    {
        Assert.Equal("risk: no risk is on record", Refused(Some.Change(), Standard));
        Assert.Equal(
            "testEvidence: nothing shows that it was tested",
            Refused(Take(Some.Change(), Risk, Standard), new ChangeStep.Begin(" ", Some.Leave()) { At = Latest, By = Some.Ai }));
    }

    [Fact]
    public void Nothing_closes_without_the_review_that_it_owes()
    {
        var failed = Take(
            Some.Change(), Risk, Standard, BeginStandard, new ChangeStep.Finish(true, false, 3) { At = Some.At(5, 11), By = Some.Ai });
        var close = new ChangeStep.Close { At = Some.At(6, 0), By = Some.Ai };
        var review = new ChangeStep.Review("the volume was read-only") { At = Some.At(5, 20), By = Some.Board };

        Assert.Equal(["it failed"], failed.Review!.Because);
        Assert.Equal("a review is due and was not held", Refused(failed, close));
        Assert.Contains("AI identity", Refused(failed, review with { By = Some.Ai }), StringComparison.Ordinal);
        var closed = Take(failed, review, close);
        Assert.Equal((ChangeState.Closed, Some.Board), (closed.State, closed.Review!.CompletedBy));
    }

    [Fact]
    public void An_incident_that_comes_up_later_owes_a_review_anew()
    {
        var done = Take(
            Some.Change(), Risk, Standard, BeginStandard, new ChangeStep.Finish(false, false, 3) { At = Some.At(5, 11), By = Some.Ai });

        var tied = Take(done, new ChangeStep.TieIncident("INC1") { At = Some.At(7, 0), By = Some.Lead });

        Assert.True(tied.CausedIncident);
        Assert.Equal(["it caused an incident"], tied.Review!.Because);
        Assert.Contains("review is due", Refused(tied, new ChangeStep.Close { At = Some.At(8, 0), By = Some.Ai }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_plan_takes_back_what_was_approved_for_the_old_one()
    {
        var replanned = Take(Some.Change(), Risk, FastTrack, Approval, FastTrack with { At = Some.At(3, 1) });

        Assert.Equal((ChangeState.AwaitingDecision, null), (replanned.State, replanned.ApprovedBy));
    }

    [Fact]
    public void A_plan_is_carried_into_its_change_and_a_change_is_kept_as_it_is()
    {
        var plan = PlanChange.Decide(Some.Facts(), Some.Calendar(), new ChangeSettings(), Some.At(2, 9));
        var scheduled = Take(Some.Change(), Risk, ChangeStep.Of(plan, Some.At(2, 9), Some.Ai));
        Assert.Equal((ChangeState.Scheduled, Latest), (scheduled.State, scheduled.Start));
        var asked = PlanChange.Decide(Some.Facts(), Some.Calendar(Some.FullWeek()), new ChangeSettings(), Some.At(2, 9));
        Assert.Equal(ChangeState.AwaitingDecision, Take(Some.Change(), Risk, ChangeStep.Of(asked, Some.At(2, 9), Some.Ai)).State);

        var text = JsonSerializer.Serialize(scheduled, ChangeJson.Default.ChangeRequest);
        var read = JsonSerializer.Deserialize(text, ChangeJson.Default.ChangeRequest)!;

        Assert.Equal(text, JsonSerializer.Serialize(read, ChangeJson.Default.ChangeRequest));
        Assert.Contains("\"state\":\"Scheduled\"", text, StringComparison.Ordinal);
        Assert.Equal(ChangeState.Implementing, Take(read, BeginStandard).State);
    }

    private static ChangeStep.Approve Emergency() =>
        new(ApproverRoles.Emergency, Latest.AddHours(1), Latest.AddHours(3), true, []) { At = Latest, By = Some.Chief };

    private static ChangeRequest Take(ChangeRequest change, params ChangeStep[] steps) => steps.Aggregate(
        change, (now, step) => now.Apply(step, Some.Law()) is ChangeAnswer.Moved moved
            ? moved.Now
            : throw new Xunit.Sdk.XunitException($"{step}: {Refused(now, step)}"));

    private static string Refused(ChangeRequest change, ChangeStep step) =>
        Assert.IsType<ChangeAnswer.Refused>(change.Apply(step, Some.Law())).Why.Says;
}
