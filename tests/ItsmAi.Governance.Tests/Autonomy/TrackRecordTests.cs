using ItsmAi.Desk.People;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Tests.Autonomy;

public sealed class TrackRecordTests
{
    [Fact]
    public void The_last_two_hundred_judged_decisions_are_kept_in_their_order_in_time()
    {
        var decisions = Enumerable.Range(0, 201)
            .Select(number => One($"1-{number:000}", number).With(Resolved($"e{number}", number))).Reverse();

        var record = decisions.Aggregate(TrackRecord.Empty, (one, decision) => one.With(decision));

        Assert.Equal(Enumerable.Range(1, 200).Select(number => $"1-{number:000}"), record.Decisions.Select(one => one.Decision));
    }

    [Fact]
    public void Decisions_that_wait_for_their_word_push_no_judged_one_out()
    {
        var judged = TrackRecord.Empty.With(One("1-000", 0).With(Resolved("e0", 1)));

        var record = Enumerable.Range(1, 700).Aggregate(judged, (one, number) => one.With(One($"1-{number:000}", number)));

        Assert.Equal(601, record.Decisions.Count);
        Assert.Equal("1-000", record.Decisions[0].Decision);
    }

    [Fact]
    public void A_word_about_a_decision_that_was_forgotten_brings_it_back()
    {
        var busy = Enumerable.Range(1, 700).Aggregate(TrackRecord.Empty, (one, number) => one.With(One($"1-{number:000}", number)));

        var record = busy.With(One("1-000", 0), Resolved("e0", 5000));

        Assert.Single(Assert.Single(record.Decisions, one => one.Decision == "1-000").Observations);
    }

    [Fact]
    public void A_trial_begins_a_record_and_adds_to_none_that_is_real_or_was_lost()
    {
        var trial = One("1-t", 0) with { IsTrial = true };
        var real = TrackRecord.Empty.With(One("1-a", 0));
        var lost = TrackRecord.Empty with { EvidenceFrom = Some.Time };

        Assert.Single(TrackRecord.Empty.With(trial).Decisions);
        Assert.Equal(2, TrackRecord.Empty.With(trial).With(One("1-a", 1)).Decisions.Count);
        Assert.Same(real, real.With(trial));
        Assert.Same(lost, lost.With(trial));
    }

    [Fact]
    public void Decisions_of_one_moment_stand_in_the_order_of_their_ids() =>
        Assert.Equal(
            ["1-a", "1-b"],
            TrackRecord.Empty.With(One("1-b", 0)).With(One("1-a", 0)).Decisions.Select(one => one.Decision));

    [Fact]
    public void A_decision_that_is_there_stays_as_it_is()
    {
        var record = TrackRecord.Empty.With(One("1-a", 0));

        Assert.Same(record, record.With(One("1-a", 5) with { Acted = true }));
    }

    [Fact]
    public void A_change_is_made_to_its_decision_alone_and_none_is_no_new_record()
    {
        var record = TrackRecord.Empty.With(One("1-a", 0)).With(One("1-b", 1));

        Assert.Same(record, record.With("1-c", one => one with { Acted = true }));
        Assert.Same(record, record.With("1-a", one => one));
        Assert.Equal([false, true], record.With("1-b", one => one with { Acted = true }).Decisions.Select(one => one.Acted));
    }

    [Fact]
    public void The_same_event_says_one_thing_of_each_field()
    {
        var told = new Observation("e1", OutcomeKind.Overridden, Some.Time, "team", "Identity", "ana");
        var decision = One("1-a", 0).With(told);

        Assert.Same(decision, decision.With(told with { At = Some.Time.AddDays(1) }));
        Assert.Equal(2, decision.With(told with { Field = "category", To = "wifi" }).Observations.Count);
        Assert.Equal(2, decision.With(told with { Event = "e2" }).Observations.Count);
    }

    [Theory]
    [InlineData(null, "-", "Route vpn")]
    [InlineData("Network", "Network", "Route vpn for Network")]
    public void What_is_earned_is_earned_for_an_action_a_class_and_a_team(string? team, string key, string says)
    {
        var earned = AutonomyKey.Of(ActionKind.Route, "vpn", team is null ? null : new Team(team));

        Assert.Equal((key, says), (earned.Team, earned.ToString()));
    }

    [Fact]
    public void A_long_name_of_a_team_is_cut_to_stand_in_a_key() =>
        Assert.Equal(new string('x', 100), AutonomyKey.Of(ActionKind.Route, "vpn", new Team(new string('x', 101))).Team);

    private static Observation Resolved(string told, int minute) =>
        new(told, OutcomeKind.Resolved, Some.Time.AddMinutes(minute), null, "Network", "ben");

    private static TrackedDecision One(string id, int hour) => new()
    {
        Decision = id, DecidedAt = Some.Time.AddHours(hour), Team = "Network",
    };
}
