using ItsmAi.Desk.People;
using ItsmAi.Governance.Policy;

namespace ItsmAi.Governance.Obligations;

/// <summary>What a sweep found, as something that a person owes a disposition.</summary>
public static class Insight
{
    /// <param name="id">The same on every sweep, so that a finding is raised once.</param>
    /// <param name="owner">Null where none is known: then the practice owner of last resort has it.</param>
    /// <param name="says">What was found, in one sentence that names nobody.</param>
    public static Obligation Owed(
        string id, Person? owner, string practice, string says, string about, PolicyDocument policy, DateTimeOffset now) => new()
        {
            Id = id,
            Owner = owner ?? policy.Owner,
            OwnershipException = owner is null ? "no owner is known" : null,
            Kind = ObligationKind.Finding,
            Practice = practice,
            RaisedAt = now,
            AcknowledgeBy = policy.Calendar.Due(now, policy.Obligations.AcknowledgeWithin),
            DueAt = policy.Calendar.Due(now, policy.Obligations.DisposeWithin),
            Says = says,
            About = about,
        };
}
