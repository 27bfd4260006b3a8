using ItsmAi.Desk.People;
using ItsmAi.Governance.Classes;
using ItsmAi.Governance.Duties;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Records;

namespace ItsmAi.Governance.Autonomy;

/// <summary>The parts that earn, lose and show autonomy, put together over one store.</summary>
public sealed class Ladder
{
    /// <param name="self">The account that receipts name for what the product itself did.</param>
    public Ladder(
        IRecordStore store, ReceiptChain receipts, ObligationBook obligations, Func<PolicyDocument> policy,
        SegregationOfDuties duties, Person self, TimeProvider clock)
    {
        Records = new TrackRecords(store);
        Taxonomy = new TaxonomyBook(store, receipts, clock);
        Demote = new Demote(Records, Taxonomy, receipts, obligations, policy, self, clock);
        Promotions = new Promotions(Records, Taxonomy, receipts, obligations, policy, duties, self, clock);
        Autonomy = new EarnedAutonomy(Records, Taxonomy, Demote, policy);
        Outcomes = new LearnOutcome(receipts, Autonomy, clock);
    }

    public TrackRecords Records { get; }

    public TaxonomyBook Taxonomy { get; }

    public Demote Demote { get; }

    public Promotions Promotions { get; }

    public EarnedAutonomy Autonomy { get; }

    public LearnOutcome Outcomes { get; }
}
