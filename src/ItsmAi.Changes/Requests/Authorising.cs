using ItsmAi.Changes.Paths;
using ItsmAi.Changes.Reviews;
using ItsmAi.Changes.Standing;
using ItsmAi.Desk.Changes;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Duties;

namespace ItsmAi.Changes.Requests;

/// <summary>The steps by which a change comes to its authorisation, and the one that rests on it.</summary>
internal static class Authorising
{
    public static ChangeAnswer Plan(ChangeRequest change, ChangeStep.Plan step, ChangeLaw law)
    {
        if (Against(change, step, law) is { } wrong) return ApplyStep.Refused(wrong);
        var planned = Without(change) with
        {
            Path = step.Path,
            Start = step.Start,
            End = step.End,
            DecisionDue = step.DecisionDue,
            LatestSafeStart = step.LatestSafeStart,
        };
        var when = $"{step.Start.ToUniversalTime():yyyy-MM-dd HH:mm} UTC";
        return step.Path.Path == ChangePath.Standard
            ? ApplyStep.Moved(
                planned with { State = ChangeState.Scheduled, AuthorisedAt = step.At },
                step,
                $"{change.Model} is pre-authorised; it starts {when}")
            : ApplyStep.Moved(planned with { State = ChangeState.AwaitingDecision }, step, $"proposed to start {when}");
    }

    public static ChangeAnswer Ask(ChangeRequest change, ChangeStep.AskForDecision step)
    {
        if (change.Risk is null) return ApplyStep.Refused("risk: no risk is on record");
        if (step.Path.Path is ChangePath.Standard or ChangePath.EmergencyCandidate)
            return ApplyStep.Refused($"path: {step.Path.Path} asks nobody for a decision in time");
        if (step.DecisionDue >= step.LatestSafeStart) return ApplyStep.Refused("decisionDue: it is not before the latest safe start");
        return ApplyStep.Moved(
            Without(change) with
            {
                State = ChangeState.AwaitingDecision,
                Path = step.Path,
                DecisionDue = step.DecisionDue,
                LatestSafeStart = step.LatestSafeStart,
            },
            step,
            "there is no place for it; people decide");
    }

    public static ChangeAnswer Approve(ChangeRequest change, ChangeStep.Approve step, ChangeLaw law)
    {
        if (law.Duties.OfDecision(step.By, change.Requester) is { } refusal) return new ChangeAnswer.Refused(refusal);
        if (WrongTime(change, step) is { } wrong) return ApplyStep.Refused(wrong);
        if (WrongRole(change, step, law) is { } role) return ApplyStep.Refused(role);
        if (step.AsEmergency && ReviewRules.AgainstEmergency(change.Team, law.Reviews, step.At) is { } blocked)
            return new ChangeAnswer.Refused(blocked);
        var freezes = Freezes(change, step.Start, step.End, law);
        var (exemption, unsigned) = freezes.Count == 0 ? (null, null) : Exempt(change, step, freezes, law);
        if (unsigned is not null) return new ChangeAnswer.Refused(unsigned);
        return ApplyStep.Moved(
            change with
            {
                State = ChangeState.Scheduled,
                Start = step.Start,
                End = step.End,
                ApprovedBy = step.By,
                AuthorisedAt = step.At,
                IsEmergency = step.AsEmergency,
                FreezeSigners = [.. exemption?.Signatures.Select(one => one.Signer) ?? []],
                ExemptFreezes = exemption is null ? [] : [.. freezes.Select(freeze => freeze.Id)],
            },
            step,
            $"approved as {step.Role}{(step.AsEmergency ? ", an emergency" : "")}");
    }

    /// <summary>One word of the two that an exemption from a freeze takes; whether they are enough is judged with the approval.</summary>
    public static ChangeAnswer Sign(ChangeRequest change, ChangeStep.SignExemption step, ChangeLaw law)
    {
        if (law.Duties.OfAct(step.By) is { } refusal) return new ChangeAnswer.Refused(refusal);
        if (!Holds(step.By, step.Role, law)) return ApplyStep.Refused($"role: whoever signs does not hold \"{step.Role}\"");
        if (SegregationOfDuties.MayBeSame(step.By, change.Requester))
            return ApplyStep.Refused("whoever asks for an exemption may not sign it");
        return change.Signatures.Any(one => SegregationOfDuties.MayBeSame(one.Signer, step.By))
            ? ApplyStep.Refused("they have signed; an exemption takes another person in another role")
            : ApplyStep.Moved(
                change with { Signatures = [.. change.Signatures, new FreezeSignature(step.By, step.Role)] },
                step,
                $"an exemption from freezes is signed as {step.Role}");
    }

    public static ChangeAnswer Begin(ChangeRequest change, ChangeStep.Begin step, ChangeLaw law)
    {
        if (change.Risk is null) return ApplyStep.Refused("risk: no risk is on record");
        if (string.IsNullOrWhiteSpace(step.TestEvidence)) return ApplyStep.Refused("testEvidence: nothing shows that it was tested");
        if (change is not { Start: { } start, End: { } end }) return ApplyStep.Refused("start: it has no time");
        if (step.At < start) return ApplyStep.Refused($"at: it starts {start.ToUniversalTime():yyyy-MM-dd HH:mm} UTC, not before");
        if (!change.IsEmergency && change.LatestSafeStart < step.At) return ApplyStep.Refused("at: the latest safe start is past");
        if (change.ApprovedBy is null && WhyNotStandard(change, step.Leave, step.At) is { } unauthorised)
            return ApplyStep.Refused(unauthorised);
        var frozen = Freezes(change, step.At, step.At + (end - start), law);
        if (frozen.FirstOrDefault(one => !change.ExemptFreezes.Contains(one.Id)) is { } freeze)
            return ApplyStep.Refused($"at: freeze {freeze.Id} holds, and nobody has signed an exemption from it");
        return ApplyStep.Moved(
            change with { State = ChangeState.Implementing, BegunAt = step.At, TestEvidence = step.TestEvidence }, step, "begun");
    }

    /// <summary>The change without its time and authorisation: whatever was approved was approved for another plan.</summary>
    public static ChangeRequest Without(ChangeRequest change) => change with
    {
        Start = null,
        End = null,
        ApprovedBy = null,
        AuthorisedAt = null,
        Signatures = [],
        FreezeSigners = [],
        ExemptFreezes = [],
        IsEmergency = false,
        EscalatedAt = null,
    };

    private static (FreezeExemption? Exemption, Refusal? Refusal) Exempt(
        ChangeRequest change, ChangeStep.Approve step, IReadOnlyList<Freeze> freezes, ChangeLaw law)
    {
        if (!step.AsEmergency)
            return (null, new Refusal($"start: it is during freeze {freezes[0].Id}; only an emergency may be, with an exemption"));
        FreezeSignature[] signatures = [.. change.Signatures, .. step.Signatures];
        return signatures.Any(one => !Holds(one.Signer, one.Role, law))
            ? (null, new Refusal("signatures: somebody does not hold the role that they sign in"))
            : FreezeExemption.Of(law.Duties, change.Requester, signatures);
    }

    private static string? Against(ChangeRequest change, ChangeStep.Plan step, ChangeLaw law)
    {
        if (change.Risk is null) return "risk: no risk is on record";
        if (step.End <= step.Start) return "end: it is not after the start";
        if (step.Start < step.At) return "start: it is past";
        if (step.Start > step.LatestSafeStart) return "start: it is after the latest safe start";
        if (Freezes(change, step.Start, step.End, law) is [var freeze, ..]) return $"start: it is during freeze {freeze.Id}";
        return step.Path.Path switch
        {
            ChangePath.Standard => WhyNotStandard(change, step.Leave, step.Start),
            ChangePath.EmergencyCandidate => "path: an emergency candidate has no time until people give it one",
            _ => step.DecisionDue is { } due && due < step.LatestSafeStart ? null : "decisionDue: it is not before the latest safe start",
        };
    }

    private static string? WhyNotStandard(ChangeRequest change, PreAuthorisation? leave, DateTimeOffset at)
    {
        if (leave is null || leave.Model != change.Model || leave.Model.Length == 0) return "leave: no model pre-authorises it";
        return leave.Against(at) is [var first, ..] ? $"leave: {first}" : null;
    }

    private static string? WrongTime(ChangeRequest change, ChangeStep.Approve step)
    {
        if (change.Risk is null) return "risk: no risk is on record";
        if (step.End <= step.Start) return "end: it is not after the start";
        if (step.Start < step.At) return "start: it is past";
        if (step.AsEmergency) return null;
        if (change.State == ChangeState.EmergencyCandidate)
            return "asEmergency: no safe start is left, so only an emergency can be approved";
        return step.Start > change.LatestSafeStart ? "start: it is after the latest safe start" : null;
    }

    private static string? WrongRole(ChangeRequest change, ChangeStep.Approve step, ChangeLaw law)
    {
        var roles = step.AsEmergency ? ApproverRoles.Of(ChangePath.EmergencyCandidate) : change.Path?.ApproverRoles ?? [];
        if (!roles.Contains(step.Role, StringComparer.OrdinalIgnoreCase))
            return $"role: \"{step.Role}\" does not approve it; {string.Join(" or ", roles)} does";
        return Holds(step.By, step.Role, law) ? null : $"role: whoever approves does not hold {step.Role}";
    }

    private static bool Holds(Person person, string role, ChangeLaw law) =>
        law.Roles.Any(one => one.Key.Equals(role, StringComparison.OrdinalIgnoreCase)
            && one.Value.Any(holder => SegregationOfDuties.AreSame(holder, person)));

    private static IReadOnlyList<Freeze> Freezes(ChangeRequest change, DateTimeOffset start, DateTimeOffset end, ChangeLaw law) =>
    [
        .. law.Calendar.FreezesOn(change.Item)
            .Where(freeze => freeze.Overlaps(start, end))
            .OrderBy(freeze => freeze.Id, StringComparer.Ordinal),
    ];
}
