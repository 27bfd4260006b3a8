using System.Globalization;
using ItsmAi.Changes.Catalogue;
using ItsmAi.Changes.Paths;
using ItsmAi.Changes.Requests;
using ItsmAi.Changes.Scheduling;
using ItsmAi.Changes.Standing;
using ItsmAi.Desk.Changes;
using ItsmAi.Desk.People;

namespace ItsmAi.Changes.Raising;

/// <summary>Makes a change out of a prediction: matches a model, scores the risk, and plans it from its deadline back.</summary>
public static class TakeUpPrediction
{
    /// <param name="number">
    /// Which of the series' changes it is, from 1: two processes that see one failure at once make one change.
    /// </param>
    /// <param name="results">What became of earlier changes, of any model.</param>
    /// <param name="self">The AI identity that asks for the change.</param>
    /// <returns>Null where no model prevents the condition: then a person has to think of something.</returns>
    public static ChangeCase? Of(
        Watch watch, Foreseen.Fails foreseen, int number, ChangeCatalogue catalogue, ChangeLaw law,
        IReadOnlyList<ChangeResult> results, IReadOnlyList<Reinstatement> reinstatements, Person self, DateTimeOffset now)
    {
        var failure = Failure(watch, foreseen);
        var id = string.Create(CultureInfo.InvariantCulture, $"change-{watch.Series}-{number}");
        var match = catalogue.Match(failure);
        if (match.Model is not { } model) return null;
        var (calendar, settings) = (law.Calendar, law.Settings);
        var mine = results.Where(one => one.Model.Equals(model.Id, StringComparison.OrdinalIgnoreCase)).ToList();
        var collisions = calendar.Booked.Count(
            one => one.Item.Equals(watch.Item.Id, StringComparison.OrdinalIgnoreCase) && one.End > now && one.Start < foreseen.Median);
        var risk = ScoreRisk.Of(new RiskFacts(model.Risk, watch.Item.Criticality, mine, collisions));
        var request = Request(id, watch.Item, model, foreseen.Median, settings, now);
        var standing = JudgeStanding.Of(model, results, reinstatements, settings, now);
        var plan = PlanChange.Decide(new PlanFacts(request, model, standing, model.Steps, risk), calendar, settings, now);
        var change = new ChangeRequest
        {
            Id = id,
            Prediction = failure.Id,
            Item = watch.Item,
            Team = model.Team,
            Requester = self,
            ModelId = model.Id,
            Model = model.Label,
            Steps = model.Steps,
            PredictedAt = foreseen.At,
            FailsAt = foreseen.Median,
            ProposedAt = now,
        };
        change = Taken(change, new ChangeStep.AssessRisk(risk) { At = now, By = self }, law);
        change = Taken(change, ChangeStep.Of(plan, now, self), law);
        return new ChangeCase
        {
            Change = change,
            Series = watch.Series,
            Owner = watch.Owner,
            Minutes = Math.Ceiling(model.Duration.TotalMinutes),
            Because = [.. failure.Because, .. match.Because, .. standing.Because, .. plan.Because, .. risk.Because],
            Options = Options(plan),
            BackOut = model.BackOut,
            WorkRole = model.Roles is [var role, ..] ? role : null,
        };
    }

    /// <summary>When it has to be over, and from when on it may begin.</summary>
    internal static ScheduleRequest Request(
        string change, ConfigurationItem item, ChangeModel model, DateTimeOffset failsAt, ChangeSettings settings, DateTimeOffset now) =>
        new()
        {
            Change = change,
            Item = item,
            Team = model.Team,
            Duration = model.Duration,
            FailsAt = failsAt,
            Margin = settings.Margin,
            NotBefore = now,
            Windows = model.Scope.Windows,
        };

    /// <summary>What people may choose, in words.</summary>
    internal static IReadOnlyList<string> Options(ChangePlan plan) =>
        plan is ChangePlan.NeedsDecision asked ? [.. asked.Options.Select(Said)] : [];

    private static PredictedFailure Failure(Watch watch, Foreseen.Fails foreseen) => new()
    {
        Id = $"{watch.Series}-{foreseen.At.ToUniversalTime().ToString("yyyyMMdd'T'HHmm'Z'", CultureInfo.InvariantCulture)}",
        Series = watch.Series,
        Condition = watch.Condition,
        Item = watch.Item,
        PredictedAt = foreseen.At,
        FailsAt = foreseen.Median,
        Confidence = foreseen.Probability,
        Because =
        [
            $"{watch.Condition} on {watch.Item.Id} is predicted for {WriteChangeText.Time(foreseen.Median)}, "
                + $"80% between {WriteChangeText.Time(foreseen.Low)} and "
                + (foreseen.High is { } high ? WriteChangeText.Time(high) : "never"),
            foreseen.Says,
        ],
    };

    /// <summary>A plan of ours that our own law refuses is a fault of ours.</summary>
    private static ChangeRequest Taken(ChangeRequest change, ChangeStep step, ChangeLaw law) => change.Apply(step, law) switch
    {
        ChangeAnswer.Moved moved => moved.Now,
        ChangeAnswer.Refused refused => throw new InvalidOperationException($"{change.Id}: {refused.Why}"),
        _ => throw new InvalidOperationException("no such answer"),
    };

    private static string Said(DecisionOption option) => option switch
    {
        DecisionOption.Displace one =>
            $"displace {one.Change} (risk-cost {one.RiskCost.ToString("0.##", CultureInfo.InvariantCulture)})",
        DecisionOption.ExemptCapacity one => $"let the team do one more in week {one.Week}",
        DecisionOption.AcceptRisk => "accept the risk, by somebody who does not own it",
        DecisionOption.SignFreezeExemption one => $"sign an exemption from freeze {string.Join(", ", one.Freezes)}, by two roles",
        _ => throw new ArgumentOutOfRangeException(nameof(option), option, "no such option"),
    };
}
