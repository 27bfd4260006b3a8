using ItsmAi.Changes.Paths;
using ItsmAi.Changes.Standing;
using ItsmAi.Desk.Changes;

namespace ItsmAi.Changes.Scheduling;

/// <summary>
/// Turns a preventive change into a time, a question to people or an emergency candidate. One of the three always comes
/// of it: a change for which there is no place is asked about, never dropped.
/// </summary>
public static class PlanChange
{
    /// <param name="now">From when on it may start.</param>
    public static ChangePlan Decide(PlanFacts facts, ChangeCalendar calendar, ChangeSettings settings, DateTimeOffset now)
    {
        var request = facts.Request with
        {
            NotBefore = facts.Request.NotBefore > now ? facts.Request.NotBefore : now,
            Windows = facts.Model?.Scope.Windows ?? [],
        };
        var within = FindSafeStart.Find(request, calendar);
        if (within is { LatestFree: { } start, LatestSafe: { } safe })
        {
            var standard = Path(facts, start, safe, calendar, settings, now);
            if (standard.Choice.Path == ChangePath.Standard) return Scheduled(facts, within, standard, settings, now);
        }

        // Outside its windows it is no standard change, but it may still be one that people approve.
        var open = request.Windows.Count == 0 ? within : FindSafeStart.Find(request with { Windows = [] }, calendar);
        if (open is { LatestFree: { } free, LatestSafe: { } latest })
        {
            var path = Path(facts, free, latest, calendar, settings, now);
            return path.Choice.Path == ChangePath.EmergencyCandidate
                ? Candidate(open, path.Choice)
                : Scheduled(facts, open, path, settings, now);
        }

        return Ask(facts, request with { Windows = [] }, open, calendar, settings, now);
    }

    /// <summary>
    /// Plans several in turn, the one with the earliest latest start first; each takes its place before the next is
    /// looked at. What is beyond the share of AI waits as a decision that people owe.
    /// </summary>
    public static IReadOnlyList<(string Change, ChangePlan Plan)> DecideAll(
        IReadOnlyList<PlanFacts> all, ChangeCalendar calendar, ChangeSettings settings, DateTimeOffset now)
    {
        var plans = new List<(string Change, ChangePlan Plan)>();
        var ordered = all
            .OrderBy(facts => facts.Request.FailsAt - facts.Request.Margin - facts.Request.Duration)
            .ThenByDescending(facts => facts.Request.Item.Criticality)
            .ThenBy(facts => facts.Request.Change, StringComparer.Ordinal);
        foreach (var facts in ordered)
        {
            var plan = Decide(facts, calendar, settings, now);
            plans.Add((facts.Request.Change, plan));
            if (plan is not ChangePlan.Scheduled taken) continue;
            var request = facts.Request;
            var booked = new BookedChange(
                request.Change, request.Item.Id, request.Team, taken.Start, taken.End, request.IsAiProposed, facts.Risk.Points);
            calendar = calendar with { Booked = [.. calendar.Booked, booked] };
        }

        return plans;
    }

    private static ChangePlan.Scheduled Scheduled(
        PlanFacts facts, SafeStart found, (PathChoice Choice, PreAuthorisation? Leave) path, ChangeSettings settings, DateTimeOffset now)
    {
        var (start, latest) = (found.LatestFree!.Value, found.LatestSafe!.Value);
        var isStandard = path.Choice.Path == ChangePath.Standard;
        DateTimeOffset? due = isStandard ? null : Due(start, latest, settings, now);
        return new ChangePlan.Scheduled(
            start, start + FindSafeStart.Minutes(facts.Request.Duration), path.Choice, due, latest, isStandard ? path.Leave : null)
        {
            Because = [Deadline(found), $"it starts {Said(start)}, the latest safe start with a place in the team", .. path.Choice.Because],
            Rejected = found.Rejected,
        };
    }

    private static ChangePlan Ask(
        PlanFacts facts, ScheduleRequest request, SafeStart found, ChangeCalendar calendar, ChangeSettings settings, DateTimeOffset now)
    {
        // Where the calendar leaves no safe start, the deadline alone says until when people can still make one.
        var latest = found.LatestSafe ?? found.Nominal;
        var path = Path(facts, latest, latest, calendar, settings, now).Choice;
        if (path.Path == ChangePath.EmergencyCandidate || found.Nominal < request.NotBefore) return Candidate(found, Late());
        if (path.Path == ChangePath.Standard) path = FastTrack();
        return new ChangePlan.NeedsDecision(Options(request, found, calendar), Due(latest, latest, settings, now), latest, path)
        {
            Because =
            [
                Deadline(found), $"the latest safe start is {Said(latest)}", .. found.Rejected.Select(one => $"{Said(one.At)}: {one.Says}"),
            ],
            Rejected = found.Rejected,
        };
    }

    /// <summary>Only what would help: with the change displaced or the freezes lifted, there is a place.</summary>
    private static List<DecisionOption> Options(ScheduleRequest request, SafeStart found, ChangeCalendar calendar)
    {
        var options = new List<DecisionOption>();
        var displaceable = calendar.Booked
            .Where(one => one.Start >= request.NotBefore && one.Id != request.Change)
            .Where(one => one.Team == request.Team || one.Item.Equals(request.Item.Id, StringComparison.OrdinalIgnoreCase))
            .OrderBy(one => one.RiskCost).ThenBy(one => one.Id, StringComparer.Ordinal);
        var lightest = displaceable.FirstOrDefault(other =>
        {
            var without = calendar with { Booked = [.. calendar.Booked.Where(one => one.Id != other.Id)] };
            return FindSafeStart.Find(request, without).LatestFree is not null;
        });
        if (lightest is not null) options.Add(new DecisionOption.Displace(lightest.Id, lightest.RiskCost));
        if (found.LatestSafe is { } safe)
            options.Add(new DecisionOption.ExemptCapacity(TeamClock.Week(safe, calendar.CapacityOf(request.Team).Zone)));
        options.Add(new DecisionOption.AcceptRisk());
        if (FindSafeStart.Find(request, calendar with { Freezes = [] }).LatestFree is { } thawed)
        {
            var end = thawed + FindSafeStart.Minutes(request.Duration);
            var signed = calendar.FreezesOn(request.Item).Where(one => one.Overlaps(thawed, end)).Select(one => one.Id);
            options.Add(new DecisionOption.SignFreezeExemption([.. signed.Order(StringComparer.Ordinal)]));
        }

        return options;
    }

    private static (PathChoice Choice, PreAuthorisation? Leave) Path(
        PlanFacts facts, DateTimeOffset start, DateTimeOffset latest, ChangeCalendar calendar, ChangeSettings settings, DateTimeOffset now)
    {
        var time = ChoosePath.TimeLeft(now, latest, settings);
        if (facts.Model is not { } model)
            return (ChoosePath.Of(new PathFacts(facts.Risk.Risk, ModelFit.NoModel, false, false, time)), null);
        var end = start + FindSafeStart.Minutes(facts.Request.Duration);
        var zone = calendar.CapacityOf(facts.Request.Team).Zone;
        var leave = CheckScope.Of(model, facts.Standing, facts.Request.Item, facts.Steps, (start, end), zone);
        var fit = leave.OutOfScope.Count == 0 ? ModelFit.InScope : ModelFit.OutOfScope;
        var suspended = facts.Standing.IsSuspended || leave.ExpiresAt <= start;
        var choice = ChoosePath.Of(new PathFacts(facts.Risk.Risk, fit, model.IsPreAuthorised, suspended, time));
        return (choice with { Because = [.. choice.Because, .. leave.Against(start)] }, leave);
    }

    private static DateTimeOffset Due(DateTimeOffset start, DateTimeOffset latest, ChangeSettings settings, DateTimeOffset now)
    {
        var due = start - settings.DecisionLead;
        if (due < now) due = now + ((start - now) / 2);
        return due < latest ? due : latest - TimeSpan.FromTicks(1);
    }

    private static ChangePlan.EmergencyCandidate Candidate(SafeStart found, PathChoice path) => new(path)
    {
        Because = [Deadline(found), .. path.Because],
        Rejected = found.Rejected,
    };

    private static PathChoice Late() => ChoosePath.Of(new PathFacts(ChangeRisk.Medium, ModelFit.NoModel, false, false, TimeLeft.None));

    private static PathChoice FastTrack() => new(
        ChangePath.NormalFastTrack,
        ApproverRoles.Of(ChangePath.NormalFastTrack),
        ["the model is pre-authorised, but somebody has to make a place for it"]);

    private static string Deadline(SafeStart found) =>
        $"it must end by {Said(found.MustEndBy)}; the nominal latest start is {Said(found.Nominal)}";

    private static string Said(DateTimeOffset moment) => $"{moment.ToUniversalTime():yyyy-MM-dd HH:mm} UTC";
}
