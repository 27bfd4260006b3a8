using ItsmAi.Changes.Reviews;
using ItsmAi.Desk.Changes;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Duties;

namespace ItsmAi.Changes.Standing;

/// <summary>Suspends a model by what its changes did, and lets it be used again by what people reviewed.</summary>
public static class JudgeStanding
{
    /// <param name="results">Of any model; those of this one count, whatever version: a new one washes nothing off.</param>
    public static ModelStanding Of(
        ChangeModel model,
        IReadOnlyList<ChangeResult> results,
        IReadOnlyList<Reinstatement> reinstatements,
        ChangeSettings settings,
        DateTimeOffset now)
    {
        DateTimeOffset? since = reinstatements
            .Where(one => IsOf(model, one.Model) && one.At <= now)
            .Select(one => (DateTimeOffset?)one.At).Max();
        var last = results
            .Where(one => IsOf(model, one.Model) && one.ImplementedAt <= now)
            .OrderByDescending(one => one.ImplementedAt).ThenBy(one => one.Change, StringComparer.Ordinal)
            .Take(settings.SuspensionLast)
            .ToList();
        var bad = last.Where(one => !one.IsGood && !(one.ImplementedAt <= since)).ToList();
        var expired = model.ExpiresAt <= now;
        List<string> because =
        [
            .. bad.Select(one => $"change {one.Change} {(one.HasFailed ? "failed" : "caused an incident")}, among the last {last.Count}"),
            .. expired
                ? (IEnumerable<string>)[$"{model.Label} expired {model.ExpiresAt!.Value.ToUniversalTime():yyyy-MM-dd HH:mm} UTC"] : [],
        ];
        return new ModelStanding(because.Count > 0, [.. bad.Select(one => one.Change)], because);
    }

    /// <summary>The reinstatement, or why it may not be. An expired model is renewed by a new version only.</summary>
    public static (Reinstatement? Reinstatement, Refusal? Refusal) Reinstate(
        ChangeModel model,
        ModelStanding standing,
        IReadOnlyList<ChangeReview> reviews,
        Person approver,
        SegregationOfDuties duties,
        DateTimeOffset now)
    {
        if (duties.OfAct(approver) is { } refusal) return (null, refusal);
        if (SegregationOfDuties.MayBeSame(approver, model.Author)) return (null, new Refusal("whoever wrote a model may not reinstate it"));
        if (!standing.IsSuspended) return (null, new Refusal($"{model.Label} is not suspended"));
        if (model.ExpiresAt <= now) return (null, new Refusal($"{model.Label} has expired; write a new version with a later date"));
        var held = reviews.Where(one => one.CompletedAt <= now).Select(one => one.Change).ToHashSet(StringComparer.Ordinal);
        var missing = standing.Changes.Where(change => !held.Contains(change)).ToList();
        return missing is [var first, ..]
            ? (null, new Refusal($"the review of change {first} was not held"))
            : (new Reinstatement(model.Id, approver, now, standing.Changes), null);
    }

    private static bool IsOf(ChangeModel model, string id) => id.Equals(model.Id, StringComparison.OrdinalIgnoreCase);
}
