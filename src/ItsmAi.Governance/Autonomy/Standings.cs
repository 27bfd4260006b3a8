using System.Runtime.CompilerServices;
using ItsmAi.Governance.Classes;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Policy;

namespace ItsmAi.Governance.Autonomy;

/// <summary>Says of every action, class and team how it stands and what it lacks for one rung more.</summary>
public sealed class Standings(TrackRecords records, TaxonomyBook taxonomy, Func<PolicyDocument> policy, TimeProvider clock)
{
    public async IAsyncEnumerable<Standing> All([EnumeratorCancellation] CancellationToken stop)
    {
        var classes = await taxonomy.Read(stop);
        await foreach (var (key, record) in records.All(stop)) yield return Of(key, record, classes.ById(key.ClassId));
    }

    private Standing Of(AutonomyKey key, TrackRecord record, TicketClass? one)
    {
        var settings = policy().Autonomy;
        var level = AutonomyLadder.LevelOf(record, key, one, settings);
        var answer = AutonomyLadder.Promotion(record, level, settings, clock.GetUtcNow());
        var judged = record.Decisions.Select(tracked => JudgeDecision.Of(tracked, settings.ReopenWithin)).ToList();
        var counted = judged.Where(judgement => judgement.Counts).ToList();
        return new Standing(
            key,
            one?.Label ?? key.ClassId,
            level,
            answer is PromotionAnswer.Borne borne ? borne.Measured : ((PromotionAnswer.NotBorne)answer).Measured,
            (answer as PromotionAnswer.NotBorne)?.Says,
            record.Proposal,
            MeasuredShare.Count(counted.Count(judgement => judgement.IsOverridden), counted.Count),
            judged.Sum(judgement => judgement.Bounces),
            judged.Sum(judgement => judgement.MinutesLost));
    }
}
