using ItsmAi.Desk.People;
using ItsmAi.Governance.Duties;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Policy.Replaying;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Records;

namespace ItsmAi.Governance.Policy.Keeping;

/// <summary>
/// Brings policies into force: somebody puts one forward, somebody else approves it, and where it changes what is done in
/// a protected class two others do. Receipts come first; each step finds its earlier try, so it can be repeated.
/// </summary>
/// <param name="read">Reads a policy's text, or says what is wrong with it.</param>
/// <param name="isOurs">Whether an account is one of the product's own: those sign nothing.</param>
public sealed class PolicyBook(
    IRecordStore store,
    ReceiptChain receipts,
    ObligationBook obligations,
    Func<string, (PolicyDocument? Policy, PolicyProblem? Problem)> read,
    Func<Person, bool> isOurs,
    TimeProvider clock)
{
    /// <summary>How far back decisions are made again before a policy comes into force.</summary>
    public static readonly TimeSpan ReplayWindow = TimeSpan.FromDays(30);

    public PolicyShelf Shelf { get; } = new(store);

    /// <summary>The obligation to activate a version that somebody configured, or to restore the configuration.</summary>
    public static string ObligationOf(string version) => $"policy-{version}";

    public async Task<PolicyAnswer> Propose(string text, Person author, CancellationToken stop)
    {
        var (policy, problem) = read(text);
        if (policy is null) return new PolicyAnswer.Unreadable(problem!);
        if (NoPerson(author) is { } says) return new PolicyAnswer.Refused($"author: {says}");
        var receipt = await receipts.Append(PolicyReceipt.Proposed(policy, author, clock.GetUtcNow()), stop);
        if (!await Shelf.Keep(new KeptPolicy(policy.Version, text, receipt.At), stop))
            return new PolicyAnswer.Refused($"version: {policy.Version} is kept with another text; change the file");
        await Shelf.AddAuthor(policy.Version, new PolicySignature(author.Account, receipt.Id, receipt.At), stop);
        return new PolicyAnswer.Proposed(policy.Version, await Replay(policy, await Shelf.Active(stop), stop));
    }

    /// <summary>Approves a version for being the next; with the last approval that it takes, it comes into force.</summary>
    public async Task<PolicyAnswer> Approve(string version, Person by, CancellationToken stop)
    {
        if (await Find(version, stop) is not { } policy)
            return new PolicyAnswer.Unknown($"version: \"{version}\" is not known; put it forward first");
        var active = await Shelf.Active(stop);
        if (active?.Version == version) return await Settled(version, by, stop);
        var authors = await Shelf.Authors(version, stop);
        if (WhyNot(policy, authors, by) is { } reason) return new PolicyAnswer.Refused(reason);
        var sequence = (active?.Sequence ?? 0) + 1;
        if (await receipts.Find(PolicyReceipt.ActivationOf(sequence), stop) is { } earlier)
            return await Finish(earlier, sequence, version, by, stop);
        var replay = await Replay(policy, active, stop);
        var others = (await Shelf.Approvals(version, sequence, stop)).Where(one => !PolicyShelf.IsAmong([one], by)).ToList();
        var old = active is null ? null : await Find(active.Version, stop);
        var takesTwo = replay.ProtectedFlipCount > 0 || LoosenedPolicy.Is(old, policy);
        if (takesTwo && others.Count == 0) return await ApproveInPart(policy, sequence, by, replay, stop);
        var evidence = authors.Concat(others).Select(one => one.Receipt).ToList();
        var activated = await receipts.Append(
            PolicyReceipt.Activated(policy, sequence, by, replay, evidence, clock.GetUtcNow()), stop);
        return await Finish(activated, sequence, version, by, stop) is PolicyAnswer.Activated
            ? new PolicyAnswer.Activated(version, replay)
            : Overtaken(activated);
    }

    /// <summary>Takes in what the configuration says, where nothing is in force yet.</summary>
    /// <returns>What is in force then.</returns>
    public async Task<PolicyPointer> TakeFirst(string text, PolicyDocument policy, Person self, CancellationToken stop)
    {
        if (await Shelf.Active(stop) is { } active) return active;
        await Shelf.Keep(new KeptPolicy(policy.Version, text, clock.GetUtcNow()), stop);
        var receipt = await receipts.Append(
            PolicyReceipt.Activated(policy, 1, self, replay: null, [], clock.GetUtcNow()), stop);
        await Shelf.MoveTo(new PolicyPointer(1, receipt.PolicyVersion!, receipt.At), stop);
        return (await Shelf.Active(stop))!;
    }

    /// <summary>The version as it was kept, or null where it never was, or can no longer be read.</summary>
    public async Task<PolicyDocument?> Find(string version, CancellationToken stop) =>
        await Shelf.Find(version, stop) is { } kept ? read(kept.Text).Policy : null;

    private async Task<PolicyAnswer> ApproveInPart(
        PolicyDocument policy, long sequence, Person by, ReplayReport replay, CancellationToken stop)
    {
        var receipt = await receipts.Append(
            PolicyReceipt.ApprovedInPart(policy, sequence, by, replay, clock.GetUtcNow()), stop);
        await Shelf.AddApproval(policy.Version, sequence, new PolicySignature(by.Account, receipt.Id, receipt.At), stop);
        return new PolicyAnswer.ApprovedInPart(policy.Version, replay);
    }

    /// <summary>The receipt says which version took the turn; the pointer follows it, whoever asks.</summary>
    private async Task<PolicyAnswer> Finish(
        Receipt activated, long sequence, string version, Person by, CancellationToken stop)
    {
        await Shelf.MoveTo(new PolicyPointer(sequence, activated.PolicyVersion!, activated.At), stop);
        return activated.PolicyVersion == version ? await Settled(version, by, stop) : Overtaken(activated);
    }

    private async Task<PolicyAnswer> Settled(string version, Person by, CancellationToken stop)
    {
        await obligations.Dispose(ObligationOf(version), Disposition.Done, by, stop);
        return new PolicyAnswer.Activated(version, Replay: null);
    }

    private async Task<ReplayReport> Replay(PolicyDocument policy, PolicyPointer? active, CancellationToken stop)
    {
        var old = active is null ? null : await Find(active.Version, stop);
        return await ReplayOver.Store(store, old, policy, clock.GetUtcNow() - ReplayWindow, stop);
    }

    private string? NoPerson(Person person) =>
        string.IsNullOrWhiteSpace(person.Account) ? "a person's account is needed"
        : isOurs(person) ? $"\"{person}\" is an account of the product; only a person may sign"
        : null;

    private string? WhyNot(PolicyDocument policy, IReadOnlyList<PolicySignature> authors, Person by)
    {
        if (NoPerson(by) is { } says) return $"by: {says}";
        if (PolicyShelf.IsAmong(authors, by) || IsSame(policy.Author, by))
            return $"by: \"{by}\" wrote this policy; somebody else approves it";
        return authors.Count == 0 ? $"version: nobody put {policy.Version} forward; do that first" : null;
    }

    private static bool IsSame(Person? one, Person other) =>
        one is { } person && SegregationOfDuties.MayBeSame(person, other);

    private static PolicyAnswer.Refused Overtaken(Receipt activated) =>
        new($"version: {activated.PolicyVersion} came into force meanwhile; approve it anew against that");
}
