using ItsmAi.Changes.Ledger;
using ItsmAi.Changes.Standing;

namespace ItsmAi.Changes.Tests.Ledger;

public sealed class LeadTimeTests
{
    private static readonly LeadTimes Bare = new("p-1", Some.At(2, 0), Some.At(6, 12));

    /// <summary>Triage 2 h, approval 10 h, scheduling 60 h, implementation 1 h.</summary>
    private static readonly LeadTimes Done = Bare with
    {
        TriagedAt = Some.At(2, 2),
        ApprovedAt = Some.At(2, 12),
        ScheduledFor = Some.At(5, 0),
        ImplementedAt = Some.At(5, 1),
    };

    [Fact]
    public void Slack_and_latency_are_split_and_the_largest_share_is_the_bottleneck()
    {
        var split = LatencySplit.Of(Done);

        Assert.Equal(TimeSpan.FromHours(35), Done.Slack);
        Assert.Equal(
            new LatencySplit(TimeSpan.FromHours(2), TimeSpan.FromHours(10), TimeSpan.FromHours(60), TimeSpan.FromHours(1)), split);
        Assert.Equal(Done.ImplementedAt - Done.PredictedAt, split.Total);
        Assert.Equal([LatencyStage.Scheduling], split.Bottlenecks);
    }

    [Fact]
    public void Stages_that_took_equally_long_are_all_named()
    {
        var even = Done with { ApprovedAt = Some.At(3, 13), ScheduledFor = Some.At(5, 0) };

        Assert.Equal([LatencyStage.Approval, LatencyStage.Scheduling], LatencySplit.Of(even).Bottlenecks);
    }

    [Fact]
    public void A_stage_whose_ends_are_unknown_or_turned_round_is_not_measured()
    {
        Assert.Equal(new LatencySplit(null, null, null, null), LatencySplit.Of(Bare));
        Assert.Empty(LatencySplit.Of(Bare).Bottlenecks);
        var turned = LatencySplit.Of(Done with { ApprovedAt = Some.At(2, 1) });
        Assert.Null(turned.Approval);
        Assert.Null(turned.Total);
    }

    public static TheoryData<string, PreventionOutcome> Outcomes() => new()
    {
        { "done 5", PreventionOutcome.Unverified },
        { "done 5, StillForecast 6", PreventionOutcome.Unverified },
        { "done 5, NoLongerForecast 4", PreventionOutcome.Unverified },
        { "done 5, NoLongerForecast 6", PreventionOutcome.Prevented },
        { "done 5, Below 7", PreventionOutcome.Prevented },
        { "done 5, Below 6, StillForecast 7", PreventionOutcome.Unverified },
        { "done 5, Below 6, Breached 7", PreventionOutcome.ActedInVain },
        { "done 5, Below 8, Breached 9", PreventionOutcome.Prevented },
        { "done 5, Breached 4", PreventionOutcome.ActedLate },
        { "done 8", PreventionOutcome.ActedLate },
        { "done 8, Below 7", PreventionOutcome.FalseAlarm },
        { "done 8, Below 6", PreventionOutcome.ActedLate },
        { "Breached 7", PreventionOutcome.IgnoredAndFailed },
        { "Below 7", PreventionOutcome.FalseAlarm },
        { "Below 6", PreventionOutcome.Unverified },
        { "", PreventionOutcome.Unverified },
        { "Breached 1", PreventionOutcome.Unverified },
    };

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void An_outcome_rests_on_what_was_measured(string story, PreventionOutcome outcome)
    {
        // It is predicted on the 2nd for the 6th at noon; hours of a day do not matter but for the 6th.
        var times = Bare;
        var measured = new List<ConditionEvidence>();
        foreach (var words in story.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(' ')))
        {
            var at = Some.At(int.Parse(words[1]), 6);
            if (words[0] == "done") times = times with { ImplementedAt = at };
            else measured.Add(new ConditionEvidence(words[0], at, Enum.Parse<Condition>(words[0]), words[0]));
        }

        var entry = JudgePrevention.Of(times, measured, Some.At(10, 0));

        Assert.Equal(outcome, entry.Outcome);
        Assert.Equal(
            outcome is PreventionOutcome.Prevented or PreventionOutcome.FalseAlarm or PreventionOutcome.IgnoredAndFailed or PreventionOutcome.ActedInVain,
            entry.Evidence.Count > 0 && outcome != PreventionOutcome.ActedLate);
    }

    [Fact]
    public void Before_its_time_a_prediction_is_open() =>
        Assert.Equal(PreventionOutcome.Open, JudgePrevention.Of(Bare, [], Some.At(6, 11)).Outcome);

    [Fact]
    public void Figures_come_with_their_n()
    {
        PreventionEntry[] entries =
        [
            JudgePrevention.Of(Done, [new("e", Some.At(5, 2), Condition.NoLongerForecast, "gone")], Some.At(10, 0)),
            JudgePrevention.Of(Done with { ImplementedAt = Some.At(6, 0) }, [], Some.At(10, 0)),
            JudgePrevention.Of(Bare, [new("b", Some.At(6, 12), Condition.Breached, "full")], Some.At(10, 0)),
        ];
        ChangeResult[] results = [new("c-1", "m", Some.Monday), new("c-2", "m", Some.Monday) { CausedIncident = true }];

        var summary = LeadTimeSummary.Of(entries, results, TimeSpan.FromHours(24));

        Assert.Equal((1, 2), (summary.Prevented.Right, summary.Prevented.Of));
        Assert.Equal((1, 2), (summary.SlackKept.Right, summary.SlackKept.Of));
        Assert.Equal((1, 2), (summary.ChangeSuccess.Right, summary.ChangeSuccess.Of));
        Assert.Equal("23.5 h (n 2)", summary.Slack.ToString());
        Assert.Equal("108.0 h (n 3)", summary.Lead.ToString());
        Assert.Equal("12.0 h (n 2)", summary.DecisionLatency.ToString());
        Assert.Equal([LatencyStage.Scheduling], summary.Bottlenecks);
        Assert.Equal(1, summary.Outcomes[PreventionOutcome.Unverified]);
        Assert.Equal(summary.Predictions, summary.Outcomes.Values.Sum());
    }

    [Fact]
    public void Without_anything_to_measure_it_says_so()
    {
        var summary = LeadTimeSummary.Of([], [], TimeSpan.FromHours(24));

        Assert.All(
            new object[] { summary.Prevented, summary.SlackKept, summary.ChangeSuccess, summary.Lead, summary.Slack, summary.DecisionLatency },
            figure => Assert.Equal("not measurable (n 0)", figure.ToString()));
        Assert.Empty(summary.Bottlenecks);
    }
}
