using ItsmAi.Desk.People;
using ItsmAi.Governance.Classes;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;

namespace ItsmAi.Governance.Autonomy;

/// <summary>
/// Takes autonomy away where outcomes say so, and finds out why people overrode. The receipt comes before the level; both
/// are found again when the same word is handled twice.
/// </summary>
public sealed class Demote(
    TrackRecords records,
    TaxonomyBook taxonomy,
    ReceiptChain receipts,
    ObligationBook obligations,
    Func<PolicyDocument> policy,
    Person self,
    TimeProvider clock)
{
    /// <summary>Demotes where the record says so, and leaves it where it does not.</summary>
    public async Task Where(AutonomyKey key, TrackRecord record, CancellationToken stop)
    {
        var settings = policy().Autonomy;
        var finding = await Examine(key, record, settings, stop);
        var level = AutonomyLadder.LevelOf(record, key, (await taxonomy.Read(stop)).ById(key.ClassId), settings);
        if (AutonomyLadder.Fall(record, level, settings, OverrideAutopsy.IsOnesTaste) is { } fall) await To(key, fall, stop);
        if (finding is { Cause: OverrideCause.Taxonomy })
            await WholeClass(key, new Demotion(finding.Says, null, finding.Evidence), stop);
    }

    /// <summary>Lets the level fall to Suggest at once; one that is there already stays.</summary>
    public async Task To(AutonomyKey key, Demotion fall, CancellationToken stop)
    {
        var record = await records.Read(key, stop);
        var one = (await taxonomy.Read(stop)).ById(key.ClassId);
        var level = AutonomyLadder.LevelOf(record, key, one, policy().Autonomy);
        if (level <= AutonomyLevel.Suggest)
        {
            // What is known already must not bar the way up for ever.
            await records.Change(key, before => Answered(before, fall), stop);
            return;
        }

        var decision = ReceiptAddress.DecisionOn(
            $"autonomy:{key}", "demoted", $"{record.EvidenceFrom:O} {string.Join(' ', fall.Evidence)}");
        await receipts.Append(Testimony(key, level, fall, decision), stop);

        // The obligation before the level: a repeat finds the level fallen and looks no further.
        await Owe($"{decision}-demoted", $"{key} fell from {level} to Suggest: {fall.Because}", decision, policy().Owner, stop);
        await records.Change(key, before => Fallen(before, fall, clock.GetUtcNow()), stop);
    }

    /// <summary>An outdated category is wrong for every team that works on it.</summary>
    private async Task WholeClass(AutonomyKey key, Demotion fall, CancellationToken stop)
    {
        await To(key, fall, stop);
        await foreach (var (other, _) in records.All(stop))
        {
            if (other.Action == key.Action && other.ClassId == key.ClassId) await To(other, fall, stop);
        }
    }

    private Receipt Testimony(AutonomyKey key, AutonomyLevel level, Demotion fall, string decision) => new()
    {
        Id = $"{decision}-demoted",
        Kind = ReceiptKind.Demoted,
        At = clock.GetUtcNow(),
        Decision = decision,
        Actor = self.Account,
        Action = key.Action,
        ClassId = key.ClassId,
        To = key.Team,
        FromLevel = level,
        Level = AutonomyLevel.Suggest,
        Because = fall.Because,
        Measured = fall.Measured,
        Evidence = fall.Evidence,
    };

    private static TrackRecord Answered(TrackRecord before, Demotion fall) =>
        fall.Evidence.All(id => before.Answered.Contains(id, StringComparer.Ordinal)) ? before : before with
        {
            Answered = [.. before.Answered.Concat(fall.Evidence).Distinct(StringComparer.Ordinal).TakeLast(TrackRecord.MostDecisions)],
        };

    private static TrackRecord Fallen(TrackRecord before, Demotion fall, DateTimeOffset now) =>
        before.Level <= AutonomyLevel.Suggest
            ? before
            : Answered(before, fall) with { Level = AutonomyLevel.Suggest, EvidenceFrom = now, Proposal = null };

    private async Task<AutopsyFinding?> Examine(
        AutonomyKey key, TrackRecord record, AutonomySettings settings, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var judged = AutonomyLadder.Judged(record, settings, AutonomyLevel.Shadow)
            .Where(one => one.Judgement.SignalAt > now - settings.Window).ToList();
        var classes = await taxonomy.Read(stop);
        var finding = OverrideAutopsy.Examine(
            judged, label => classes.Find(label) is not { } one || classes.IsNewToTheModel(one));
        if (finding is null) return null;

        // A finding is raised once a month while it lasts; its first receipt names the decisions.
        var decision = ReceiptAddress.DecisionOn($"autonomy:{key}", $"overrides {finding.Cause}", $"{finding.To} {now:yyyy-MM}");
        await receipts.Append(
            new Receipt
            {
                Id = $"{decision}-overridesexamined",
                Kind = ReceiptKind.OverridesExamined,
                At = now,
                Decision = decision,
                Actor = self.Account,
                Action = key.Action,
                ClassId = key.ClassId,
                To = finding.To,
                Because = finding.Says,
                Result = finding.Cause.ToString(),
                Evidence = finding.Evidence,
            },
            stop);
        var owner = finding.Cause == OverrideCause.Taxonomy && classes.ById(key.ClassId)?.Owner is { } account
            ? new Person(account)
            : policy().Owner;
        var says = $"{key} is overridden ({finding.Cause}): {finding.Says}";
        await Owe($"{decision}-{finding.Cause}".ToLowerInvariant(), says, decision, owner, stop);
        return finding;
    }

    private Task Owe(string id, string says, string about, Person owner, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        return obligations.Add(
            new Obligation { Id = id, Owner = owner, RaisedAt = now, DueAt = policy().DecideBy(now), Says = says, About = about },
            stop);
    }
}
