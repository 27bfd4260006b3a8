using ItsmAi.Desk.People;
using ItsmAi.Governance.Classes;
using ItsmAi.Governance.Duties;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;

namespace ItsmAi.Governance.Autonomy;

/// <summary>
/// The way up: a sweep proposes one rung more where measured outcomes bear it, and a person who does not own the use
/// case approves it. Nothing rises by itself.
/// </summary>
public sealed class Promotions(
    TrackRecords records,
    TaxonomyBook taxonomy,
    ReceiptChain receipts,
    ObligationBook obligations,
    Func<PolicyDocument> policy,
    SegregationOfDuties duties,
    Person self,
    TimeProvider clock)
{
    /// <summary>Proposes what is borne for each action, class and team, once until it is answered.</summary>
    /// <returns>The proposals that are open now.</returns>
    public async Task<IReadOnlyList<PromotionProposal>> Sweep(CancellationToken stop)
    {
        var open = new List<PromotionProposal>();
        await foreach (var (key, record) in records.All(stop))
        {
            if (record.Proposal is { } waiting) open.Add(waiting);
            else if (await Answer(key, record, stop) is PromotionAnswer.Borne borne) open.Add(await Propose(key, record, borne, stop));
        }

        return open;
    }

    /// <summary>What the record bears now, with the number that is missing where it does not.</summary>
    public async Task<PromotionAnswer> Answer(AutonomyKey key, TrackRecord record, CancellationToken stop)
    {
        var level = await LevelOf(key, record, stop);
        return AutonomyLadder.Promotion(record, level, policy().Autonomy, clock.GetUtcNow());
    }

    /// <summary>Lets the level rise by the one rung that was proposed.</summary>
    /// <returns>Null when it rose; else why it does not.</returns>
    public async Task<string?> Approve(string proposal, Person by, CancellationToken stop)
    {
        if (duties.OfPromotion(by, policy().Owner) is { } refusal) return $"by: {refusal}";
        if (await Find(proposal, stop) is not var (key, record)) return Unknown(proposal);
        var open = record.Proposal!;
        var level = await LevelOf(key, record, stop);
        if (open.From != level || open.To != level + 1) return $"proposal: it was made for {open.From}, and the level is {level}";

        // Between the proposal and the answer reality may have said otherwise.
        if (AutonomyLadder.Promotion(record, level, policy().Autonomy, clock.GetUtcNow()) is PromotionAnswer.NotBorne missing)
            return $"proposal: it is no longer borne: {missing.Says}";
        await receipts.Append(Testimony(key, open, ReceiptKind.Promoted, by, $"approved on {open.Measured}"), stop);
        await obligations.Dispose(open.Id, Disposition.Done, by, stop);
        var (settings, now) = (policy().Autonomy, clock.GetUtcNow());
        var after = await records.Change(
            key,
            before => before.Proposal?.Id == open.Id && AutonomyLadder.Promotion(before, level, settings, now) is PromotionAnswer.Borne
                ? before with { Level = open.To, Proposal = null }
                : before,
            stop);

        // Another process may have brought a word in between.
        return after.Level == open.To ? null : "proposal: it is no longer borne";
    }

    /// <summary>Leaves the level where it is; the same evidence is not proposed again, only more of it.</summary>
    /// <returns>Null when it was taken; else why it cannot be.</returns>
    public async Task<string?> Reject(string proposal, string reason, Person by, CancellationToken stop)
    {
        if (duties.OfAct(by) is { } refusal) return $"by: {refusal}";
        if (string.IsNullOrWhiteSpace(reason)) return "reason: is empty; say why, for it stands on the receipt";
        if (await Find(proposal, stop) is not var (key, record)) return Unknown(proposal);
        var open = record.Proposal!;
        await receipts.Append(Testimony(key, open, ReceiptKind.Rejected, by, reason), stop);
        await obligations.Dispose(open.Id, Disposition.Rejected, by, stop);
        await records.Change(
            key,
            before => before.Proposal?.Id == open.Id ? before with { Proposal = null, EvidenceFrom = clock.GetUtcNow() } : before,
            stop);
        return null;
    }

    /// <summary>A person takes autonomy away, as far down as they like: that needs no evidence.</summary>
    /// <returns>Null when it fell; else why it does not.</returns>
    public async Task<string?> Lower(AutonomyKey key, AutonomyLevel to, string reason, Person by, CancellationToken stop)
    {
        if (duties.OfAct(by) is { } refusal) return $"by: {refusal}";
        var record = await records.Read(key, stop);
        var level = await LevelOf(key, record, stop);
        if (to >= level) return $"level: {to} is not below {level}; what rises is proposed by measured outcomes";
        if (string.IsNullOrWhiteSpace(reason)) return "reason: is empty; say why, for it stands on the receipt";
        var now = clock.GetUtcNow();
        var decision = ReceiptAddress.DecisionOn($"autonomy:{key}", "lowered", now.ToString("O"));
        await receipts.Append(
            new Receipt
            {
                Id = $"{decision}-demoted", Kind = ReceiptKind.Demoted, At = now, Decision = decision, Actor = by.Account,
                Action = key.Action, ClassId = key.ClassId, To = key.Team, FromLevel = level, Level = to, Because = reason,
            },
            stop);
        await records.Change(key, before => before with { Level = to, EvidenceFrom = now, Proposal = null }, stop);
        return null;
    }

    private static string Unknown(string proposal) => $"proposal: \"{proposal}\" waits for nobody; see itsmai autonomy list";

    private async Task<PromotionProposal> Propose(
        AutonomyKey key, TrackRecord record, PromotionAnswer.Borne borne, CancellationToken stop)
    {
        var level = await LevelOf(key, record, stop);
        var now = clock.GetUtcNow();
        var id = ReceiptAddress.DecisionOn($"autonomy:{key}", $"promotion to {borne.To}", string.Join(' ', borne.Evidence));
        var proposal = new PromotionProposal(id, level, borne.To, borne.Measured, borne.Evidence, now);
        await receipts.Append(
            Testimony(key, proposal, ReceiptKind.PromotionProposed, self, $"{borne.Measured}, one rung up from {level}"), stop);
        await obligations.Add(
            new Obligation
            {
                Id = id,
                Owner = policy().Owner,
                RaisedAt = now,
                DueAt = policy().DecideBy(now),
                Says = $"{key} has earned {borne.To}: {borne.Measured}; have somebody else approve or reject it",
                About = id,
            },
            stop);
        await records.Change(key, before => before.Proposal is null ? before with { Proposal = proposal } : before, stop);
        return proposal;
    }

    private Receipt Testimony(AutonomyKey key, PromotionProposal proposal, ReceiptKind kind, Person by, string because) => new()
    {
        Id = $"{proposal.Id}-{kind}".ToLowerInvariant(),
        Kind = kind,
        At = clock.GetUtcNow(),
        Decision = proposal.Id,
        Actor = by.Account,
        Action = key.Action,
        ClassId = key.ClassId,
        To = key.Team,
        FromLevel = proposal.From,
        Level = kind == ReceiptKind.Rejected ? proposal.From : proposal.To,
        Because = because,
        Measured = proposal.Measured,
        Evidence = proposal.Evidence,
    };

    private async Task<(AutonomyKey Key, TrackRecord Record)?> Find(string proposal, CancellationToken stop)
    {
        await foreach (var (key, record) in records.All(stop))
        {
            if (record.Proposal?.Id == proposal) return (key, record);
        }

        return null;
    }

    private async Task<AutonomyLevel> LevelOf(AutonomyKey key, TrackRecord record, CancellationToken stop) =>
        AutonomyLadder.LevelOf(record, key, (await taxonomy.Read(stop)).ById(key.ClassId), policy().Autonomy);
}
