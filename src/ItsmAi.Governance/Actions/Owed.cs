using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Actions;

/// <summary>What a person comes to owe when ItsmAi may not, or cannot, finish by itself.</summary>
internal static class Owed
{
    public static Obligation Answer(Receipt decided, PolicyDocument policy) => new()
    {
        Id = decided.Decision,
        Owner = policy.Owner,
        RaisedAt = decided.At,
        DueAt = policy.DecideBy(decided.At),
        Says = $"{decided.Subject}: decide on \"{decided.Headline}\"",
        About = decided.Decision,
    };

    public static Obligation Repair(
        Receipt decided, DeskAnswer.NotApplied refused, PolicyDocument policy, DateTimeOffset now) => new()
        {
            Id = $"{decided.Decision}-repair",
            Owner = policy.Owner,
            Kind = ObligationKind.Repair,
            RaisedAt = now,
            DueAt = policy.DecideBy(now),
            Says = $"{decided.Subject}: the desk did not take {refused.Field} ({refused.Says}); set it by hand and mend the cause",
            About = decided.Decision,
        };

    public static Obligation LookAfter(Receipt decided, PolicyDocument policy) => new()
    {
        Id = $"{decided.Decision}-budget",
        Owner = policy.Owner,
        RaisedAt = decided.At,
        DueAt = policy.DecideBy(decided.At),
        Says = $"{decided.Subject}: the write budget is spent; look at why it changes so often",
        About = decided.Decision,
    };

    public static Obligation Held(Receipt decided, Gate brake, PolicyDocument policy, DateTimeOffset now) => new()
    {
        Id = $"{decided.Decision}-held",
        Owner = policy.Owner,
        RaisedAt = now,
        DueAt = policy.DecideBy(now),
        Says = $"{decided.Subject}: \"{decided.Headline}\" was held ({brake.Says}); do it by hand or see to it when it goes on",
        About = decided.Decision,
    };

    public static Obligation LookAtDispute(Receipt decided, PolicyDocument policy, DateTimeOffset now) => new()
    {
        Id = $"{decided.Decision}-disputed",
        Owner = policy.Owner,
        RaisedAt = now,
        DueAt = policy.DecideBy(now),
        Says = $"{decided.Subject}: the requester says that \"{decided.Headline}\" is wrong; look at it and answer them",
        About = decided.Decision,
    };

    public static Obligation TalkToReviewer(string flag, string says, PolicyDocument policy, DateTimeOffset now) => new()
    {
        Id = $"{flag}-reviewer",
        Owner = policy.Owner,
        RaisedAt = now,
        DueAt = policy.DecideBy(now),
        Says = $"a reviewer approves faster than anybody reads ({says}); talk to them, and see to a second person",
        About = $"{flag}-reviewerflagged",
    };
}
