using ItsmAi.Desk.People;
using ItsmAi.Governance.Policy.Replaying;
using ItsmAi.Governance.Receipts;

namespace ItsmAi.Governance.Policy.Keeping;

/// <summary>The steps of a policy's way into force, as receipts.</summary>
internal static class PolicyReceipt
{
    private const string Subject = "policy";

    /// <summary>
    /// One id for each turn, whichever version takes it: so of two that are approved at once, one comes into force.
    /// </summary>
    public static string ActivationOf(long sequence) => $"{Activation(sequence)}-policyactivated";

    public static Receipt Proposed(PolicyDocument policy, Person author, DateTimeOffset at)
    {
        var decision = ReceiptAddress.DecisionOn(Subject, "propose", $"{policy.Version} {author.Account.ToLowerInvariant()}");
        return new Receipt
        {
            Id = $"{decision}-policyproposed",
            Kind = ReceiptKind.PolicyProposed,
            At = at,
            Decision = decision,
            Actor = author.Account,
            PolicyVersion = policy.Version,
            Headline = $"put forward policy {policy.Version}",
        };
    }

    public static Receipt ApprovedInPart(
        PolicyDocument policy, long sequence, Person by, ReplayReport replay, DateTimeOffset at)
    {
        var decision = Activation(sequence);
        return new Receipt
        {
            Id = $"{decision}-approvedinpart-{ReceiptAddress.DecisionOn(policy.Version, "approve", by.Account.ToLowerInvariant())[2..]}",
            Kind = ReceiptKind.ApprovedInPart,
            At = at,
            Decision = decision,
            Actor = by.Account,
            PolicyVersion = policy.Version,
            Headline = Headline(replay.OldVersion, policy.Version),
            Because = "it changes what is done in a protected class, so a second person has to approve it",
            Result = Flips(replay),
        };
    }

    public static Receipt Activated(
        PolicyDocument policy, long sequence, Person by, ReplayReport? replay, IReadOnlyList<string> evidence, DateTimeOffset at) => new()
        {
            Id = ActivationOf(sequence),
            Kind = ReceiptKind.PolicyActivated,
            At = at,
            Decision = Activation(sequence),
            Actor = by.Account,
            PolicyVersion = policy.Version,
            Headline = Headline(replay?.OldVersion, policy.Version),
            Because = replay is null ? "the configuration's policy is the first" : "it was approved after a replay of past decisions",
            Evidence = evidence.Count == 0 ? null : evidence,
            Result = replay is null ? null : Flips(replay),
        };

    private static string Activation(long sequence) => ReceiptAddress.DecisionOn(Subject, "activate", $"{sequence}");

    private static string Headline(string? old, string next) =>
        old is null ? $"policy {next} comes into force" : $"policy {next} comes into force instead of {old}";

    private static string Flips(ReplayReport replay) =>
        $"{replay.FlipCount} of {replay.Decisions} past decisions come out otherwise, "
        + $"{replay.ProtectedFlipCount} of them in protected classes";
}
