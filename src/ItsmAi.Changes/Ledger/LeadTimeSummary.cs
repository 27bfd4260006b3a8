using ItsmAi.Changes.Standing;
using ItsmAi.Governance.Outcomes;

namespace ItsmAi.Changes.Ledger;

/// <summary>The figures of prevention over some time, each with its n.</summary>
public sealed record LeadTimeSummary
{
    public required int Predictions { get; init; }

    public required IReadOnlyDictionary<PreventionOutcome, int> Outcomes { get; init; }

    /// <summary>Prevented, of all whose outcome is known: open and unverified ones count neither way.</summary>
    public required MeasuredShare Prevented { get; init; }

    /// <summary>Changed at least the margin before the predicted failure, of all that were changed.</summary>
    public required MeasuredShare SlackKept { get; init; }

    /// <summary>Without failure and without an incident, of all changes that were implemented.</summary>
    public required MeasuredShare ChangeSuccess { get; init; }

    public required MeasuredTime Lead { get; init; }

    public required MeasuredTime Slack { get; init; }

    /// <summary>From prediction to approval.</summary>
    public required MeasuredTime DecisionLatency { get; init; }

    /// <summary>The median of each stage.</summary>
    public required IReadOnlyDictionary<LatencyStage, MeasuredTime> Stages { get; init; }

    /// <summary>The stage with the longest median, or those with equal ones; empty where none is measurable.</summary>
    public required IReadOnlyList<LatencyStage> Bottlenecks { get; init; }

    public static LeadTimeSummary Of(IReadOnlyList<PreventionEntry> entries, IReadOnlyList<ChangeResult> results, TimeSpan margin)
    {
        var stages = Enum.GetValues<LatencyStage>()
            .ToDictionary(stage => stage, stage => MeasuredTime.Count(entries.Select(one => one.Split.Of(stage))));
        var longest = stages.Values.Max(time => time.Median);
        var known = entries.Count(one => one.Outcome is not (PreventionOutcome.Open or PreventionOutcome.Unverified));
        var slacks = entries.Select(one => one.Times.Slack).OfType<TimeSpan>().ToList();
        return new LeadTimeSummary
        {
            Predictions = entries.Count,
            Outcomes = Enum.GetValues<PreventionOutcome>().ToDictionary(kind => kind, kind => entries.Count(one => one.Outcome == kind)),
            Prevented = MeasuredShare.Count(entries.Count(one => one.Outcome == PreventionOutcome.Prevented), known),
            SlackKept = MeasuredShare.Count(slacks.Count(slack => slack >= margin), slacks.Count),
            ChangeSuccess = MeasuredShare.Count(results.Count(one => one.IsGood), results.Count),
            Lead = MeasuredTime.Count(entries.Select(one => (TimeSpan?)one.Times.Lead)),
            Slack = MeasuredTime.Count(entries.Select(one => one.Times.Slack)),
            DecisionLatency = MeasuredTime.Count(entries.Select(one => one.Times.ApprovedAt - one.Times.PredictedAt)),
            Stages = stages,
            Bottlenecks = longest is { } most && most > TimeSpan.Zero
                ? [.. stages.Where(stage => stage.Value.Median == most).Select(stage => stage.Key)]
                : [],
        };
    }
}
