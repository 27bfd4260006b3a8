using System.Globalization;
using System.Text.Json;
using ItsmAi.Changes.Catalogue;
using ItsmAi.Changes.Paths;
using ItsmAi.Changes.Scheduling;

namespace ItsmAi.Hosting.Commands.Changes;

/// <summary>What is planned against a predicted failure, in words or as JSON.</summary>
/// <param name="Plan">Null where no model prevents it.</param>
internal sealed record PlanReport(PredictedFailure Failure, ModelMatch Match, ChangePlan? Plan)
{
    /// <summary>True where it has a time that nobody has to decide on.</summary>
    public bool IsSettled => Plan is ChangePlan.Scheduled { Path.Path: ChangePath.Standard };

    private PathChoice? Path => Plan switch
    {
        ChangePlan.Scheduled scheduled => scheduled.Path,
        ChangePlan.NeedsDecision asked => asked.Path,
        ChangePlan.EmergencyCandidate candidate => candidate.Path,
        _ => null,
    };

    public IEnumerable<string> Lines()
    {
        yield return $"{Failure.Condition} of {Failure.Item.Id}, predicted for {Time(Failure.FailsAt)}: {Verdict()}";
        foreach (var because in Match.Because.Concat(Plan?.Because ?? [])) yield return $"  {because}";
        foreach (var rejected in Plan?.Rejected ?? []) yield return $"  not {Time(rejected.At)}: {rejected.Obstacle}, {rejected.Says}";
        if (Plan is not ChangePlan.NeedsDecision asked) yield break;
        yield return $"  somebody decides by {Time(asked.DecisionDue)}:";
        foreach (var option in asked.Options) yield return $"  - {Said(option)}";
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("item", Failure.Item.Id);
        json.WriteString("condition", Failure.Condition);
        json.WriteString("failsAt", Failure.FailsAt);
        json.WriteString("model", Match.Model?.Label);
        json.WriteString("verdict", Plan?.GetType().Name ?? "NoModel");
        json.WriteString("path", Path?.Path.ToString());
        Write(json, "approverRoles", Path?.ApproverRoles ?? []);
        if (Plan is ChangePlan.Scheduled scheduled)
        {
            json.WriteString("start", scheduled.Start);
            json.WriteString("end", scheduled.End);
            json.WriteString("latestSafeStart", scheduled.LatestSafeStart);
            if (scheduled.DecisionDue is { } due) json.WriteString("decisionDue", due);
        }

        if (Plan is ChangePlan.NeedsDecision asked)
        {
            json.WriteString("latestSafeStart", asked.LatestSafeStart);
            json.WriteString("decisionDue", asked.DecisionDue);
            Write(json, "options", asked.Options.Select(Said));
        }

        Write(json, "because", Match.Because.Concat(Plan?.Because ?? []));
        Write(json, "rejected", (Plan?.Rejected ?? []).Select(one => $"{Time(one.At)}: {one.Obstacle}, {one.Says}"));
    }

    private string Verdict() => Plan switch
    {
        ChangePlan.Scheduled scheduled =>
            $"{Match.Model!.Label}, {scheduled.Path.Path}, {Time(scheduled.Start)} to {Time(scheduled.End)}"
            + (scheduled.DecisionDue is { } due
                ? $", to be approved by {Time(due)} by {string.Join(" or ", scheduled.Path.ApproverRoles)}"
                : ""),
        ChangePlan.NeedsDecision => $"{Match.Model!.Label} has no place; people decide",
        ChangePlan.EmergencyCandidate => $"{Match.Model!.Label} has no safe start left; people decide whether it is an emergency",
        _ => "no change model prevents it; somebody has to think of one",
    };

    private static string Said(DecisionOption option) => option switch
    {
        DecisionOption.Displace displace => string.Create(
            CultureInfo.InvariantCulture, $"displace change {displace.Change} (risk-cost {displace.RiskCost:0.#})"),
        DecisionOption.ExemptCapacity exempt => $"let the team do one more in {exempt.Week}",
        DecisionOption.AcceptRisk => "accept the risk, by the word of somebody who does not own it",
        DecisionOption.SignFreezeExemption freeze =>
            $"sign an exemption from {string.Join(", ", freeze.Freezes)}, two persons in two roles",
        _ => throw new ArgumentOutOfRangeException(nameof(option), option, "an option that has no words"),
    };

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static string Time(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
