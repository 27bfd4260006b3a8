using ItsmAi.Changes.Ledger;
using ItsmAi.Changes.Paths;
using ItsmAi.Changes.Raising;
using ItsmAi.Changes.Requests;
using ItsmAi.Desk.Changes;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Policy;

namespace ItsmAi.Hosting.Reactions.Changes;

/// <summary>What a change asks of people: to decide, to carry it out, to review it; each with an owner and a date.</summary>
public sealed class ChangeDuties(ObligationBook obligations, ChangeDocument document, Func<PolicyDocument> policy, Person self)
{
    private static readonly string[] Kinds = ["decide", "authority", "emergency", "work", "review", "verify"];

    public Task NoModel(Watch watch, Foreseen.Fails fails, DateTimeOffset now, CancellationToken stop) => obligations.Add(
        new Obligation
        {
            // The forecast moves with each look; the prediction of one day is one finding.
            Id = $"foreseen-{watch.Series}-{fails.Median.ToUniversalTime():yyyyMMdd}",
            Owner = watch.Owner,
            RaisedAt = now,
            DueAt = now + ((fails.Median - now) / 2),
            Says = $"{watch.Condition} on {watch.Item.Id} is predicted for {WriteChangeText.Time(fails.Median)}, "
                + "and no change model prevents it",
            About = watch.Series,
            Kind = ObligationKind.Finding,
            Practice = "changes",
        },
        stop);

    /// <summary>Nobody would see it fail: whoever owns the risk looks whether it is still watched.</summary>
    public Task NotMeasured(Watch watch, Foreseen.Blind blind, DateTimeOffset now, CancellationToken stop) => obligations.Add(
        new Obligation
        {
            Id = $"unseen-{watch.Series}-{blind.Fault ?? $"{blind.At.ToUniversalTime():yyyyMMddHHmm}"}",
            Owner = watch.Owner,
            RaisedAt = now,
            DueAt = policy().DecideBy(now),
            Says = $"{watch.Condition} on {watch.Item.Id} cannot be foreseen from {watch.Series}: {blind.Says}",
            About = watch.Series,
            Kind = ObligationKind.Repair,
            Practice = "changes",
        },
        stop);

    /// <summary>Somebody let the failure come: its owner has to live with it, and looks at it when its time has come.</summary>
    public Task RiskAccepted(ChangeCase one, DateTimeOffset now, CancellationToken stop) => obligations.Add(
        new Obligation
        {
            Id = IdOf(one, "risk", 0),
            Owner = one.Owner,
            RaisedAt = now,
            DueAt = one.Change.FailsAt,
            Says = $"the risk of change {one.Change.Id} was accepted: "
                + $"be ready for the failure at {WriteChangeText.Time(one.Change.FailsAt)}",
            About = one.Change.Id,
            Kind = ObligationKind.Finding,
            Practice = "changes",
        },
        stop);

    /// <summary>Whoever approved a time that is no longer safe decides whether it is moved.</summary>
    public Task MoveIt(
        ChangeCase one, Foreseen.Fails fails, Person approver, DateTimeOffset now, CancellationToken stop) => obligations.Add(
        new Obligation
        {
            Id = $"{one.Change.Id}-move-{one.Change.AuthorisedAt?.ToUnixTimeSeconds()}",
            Owner = approver,
            RaisedAt = now,
            DueAt = now + ((fails.Median - now) / 4),
            Says = $"change {one.Change.Id} was approved for {WriteChangeText.Time(one.Change.Start ?? now)}, and the failure is "
                + $"now foreseen for {WriteChangeText.Time(fails.Median)}: do it sooner, or reject it and see to another",
            About = one.Change.Id,
            Kind = ObligationKind.Finding,
            Practice = "changes",
        },
        stop);

    /// <summary>Raises what is owed now and ends what is not owed any more.</summary>
    public async Task Follow(ChangeCase one, DateTimeOffset now, CancellationToken stop)
    {
        var due = Due(one, now);
        if (due is { } owed) await obligations.Add(owed, stop);
        var plans = Enumerable.Range(0, PlansBefore(one) + 1).ToList();
        foreach (var (kind, plan) in Kinds.SelectMany(kind => plans.Select(plan => (kind, plan))))
        {
            var id = IdOf(one, kind, plan);
            if (id == due?.Id || await obligations.Find(id, stop) is not { Disposition: null }) continue;
            var (disposition, by) = EndOf(one, kind);
            await obligations.Dispose(id, disposition, by, stop);
        }
    }

    private Obligation? Due(ChangeCase one, DateTimeOffset now)
    {
        var change = one.Change;
        return change.State switch
        {
            ChangeState.AwaitingDecision when change.EscalatedAt is not null =>
                Owed(one, "authority", ApproverRoles.Authority, now, change.LatestSafeStart!.Value, "decide on it: nobody did in time"),
            ChangeState.AwaitingDecision => Owed(
                one, "decide", change.Path!.ApproverRoles is [var role, ..] ? role : ApproverRoles.Authority, now,
                change.DecisionDue!.Value,
                one.Options.Count > 0 ? $"there is no place for it; choose: {string.Join("; ", one.Options)}" : "approve or reject it"),
            ChangeState.EmergencyCandidate when one.IsSettled => null,
            ChangeState.EmergencyCandidate => Owed(
                one, "emergency", ApproverRoles.Emergency, now, now + Positive((change.FailsAt - now) / 2),
                "no safe start is left; say whether it is an emergency"),
            ChangeState.Scheduled or ChangeState.Implementing => Owed(
                one, "work", one.WorkRole ?? ApproverRoles.Authority, now, change.End!.Value,
                $"carry it out at {WriteChangeText.Time(change.Start!.Value)}"),
            ChangeState.Implemented when change.Review is { CompletedAt: null } review =>
                Owed(one, "review", ApproverRoles.Authority, now, review.DueAt, $"review it: {string.Join(", ", review.Because)}"),
            _ when FollowChange.HasHadItsTime(one, now) && one.Outcome == PreventionOutcome.Unverified =>
                Owed(
                    one, "verify", "", now, now + document.Settings.Margin,
                    "nothing measured shows that it helped; see that it is measured") with
                {
                    Owner = one.Owner,
                },
            _ => null,
        };
    }

    private Obligation Owed(ChangeCase one, string kind, string role, DateTimeOffset now, DateTimeOffset due, string says) => new()
    {
        Id = IdOf(one, kind, PlansBefore(one)),
        Owner = document.Roles.TryGetValue(role, out var holders) && holders is [var first, ..] ? first : policy().Owner,
        RaisedAt = now,
        DueAt = due,
        Says = $"change {one.Change.Id} ({one.Change.Model} on {one.Change.Item.Id}{(one.Ticket is { } record ? $", {record}" : "")}): "
            + says,
        About = one.Change.Id,
        Practice = "changes",
    };

    /// <summary>Who ended it by what they did, and how.</summary>
    private (Disposition How, Person By) EndOf(ChangeCase one, string kind)
    {
        var change = one.Change;
        var by = change.Moves is [.., var last] ? new Person(last.By) : self;
        var isDone = kind switch
        {
            "decide" or "authority" or "emergency" => change.ApprovedBy is not null || change.State == ChangeState.Rejected,
            "work" => change.ImplementedAt is not null,
            "review" => change.Review?.CompletedAt is not null,
            _ => false,
        };
        return isDone ? (Disposition.Done, by) : (Disposition.Overtaken, self);
    }

    /// <summary>What another plan asks for is owed anew, by its own date.</summary>
    private static string IdOf(ChangeCase one, string kind, int plan) =>
        plan == 0 ? $"{one.Change.Id}-{kind}" : $"{one.Change.Id}-{kind}-{plan}";

    private static int PlansBefore(ChangeCase one) => one.Change.Moves.Count(move => move.Step == nameof(ChangeStep.Foresee));

    private static TimeSpan Positive(TimeSpan time) => time > TimeSpan.FromMinutes(15) ? time : TimeSpan.FromMinutes(15);
}
