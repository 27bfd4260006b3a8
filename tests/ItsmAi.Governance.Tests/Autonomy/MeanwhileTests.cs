using ItsmAi.Desk.People;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Classes;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Tests.Actions;

namespace ItsmAi.Governance.Tests.Autonomy;

/// <summary>What another process does between our look at a record and our write of it.</summary>
public sealed class MeanwhileTests
{
    private static readonly Person Kim = new("kim");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_promotion_whose_evidence_went_meanwhile_is_not_given()
    {
        var (history, proposal) = await Proposed();
        Meanwhile(history, record => record with { EvidenceFrom = history.Room.Clock.GetUtcNow() });

        var answer = await history.Room.Ladder.Promotions.Approve(proposal.Id, Kim, Stop);

        Assert.Equal("proposal: it is no longer borne", answer);
        Assert.Equal(AutonomyLevel.ApproveFirst, await history.Level());
    }

    [Fact]
    public async Task A_promotion_that_is_no_longer_proposed_is_not_given()
    {
        var (history, proposal) = await Proposed();
        Meanwhile(history, record => record with { Proposal = null });

        Assert.Equal("proposal: it is no longer borne", await history.Room.Ladder.Promotions.Approve(proposal.Id, Kim, Stop));
        Assert.Equal(AutonomyLevel.ApproveFirst, await history.Level());
    }

    [Fact]
    public async Task A_rejection_takes_no_other_proposal_with_it()
    {
        var (history, proposal) = await Proposed();
        var other = proposal with { Id = "1-other" };
        Meanwhile(history, record => record with { Proposal = other });

        Assert.Null(await history.Room.Ladder.Promotions.Reject(proposal.Id, "not now", Kim, Stop));

        Assert.Equal("1-other", (await history.Room.Ladder.Records.Read(History.Key, Stop)).Proposal?.Id);
    }

    [Fact]
    public async Task A_sweep_puts_no_proposal_in_the_place_of_another()
    {
        var history = new History(new Room(AutonomyLevel.ApproveFirst));
        await history.Resolved(right: 60, wrong: 0, Verdict.Propose);
        var other = new PromotionProposal("1-other", AutonomyLevel.ApproveFirst, AutonomyLevel.Auto, Outcomes(60), [], history.Room.Clock.GetUtcNow());
        Meanwhile(history, record => record with { Proposal = other });

        await history.Room.Ladder.Promotions.Sweep(Stop);

        Assert.Equal("1-other", (await history.Room.Ladder.Records.Read(History.Key, Stop)).Proposal?.Id);
    }

    [Fact]
    public async Task What_fell_already_keeps_the_time_from_which_it_is_measured_anew()
    {
        var history = new History(new Room(AutonomyLevel.Auto));
        await history.Decide();
        var fell = history.Room.Clock.GetUtcNow();
        Meanwhile(history, record => record with { Level = AutonomyLevel.Suggest, EvidenceFrom = fell });
        history.Room.Clock.Pass(TimeSpan.FromMinutes(5));

        await history.Room.Ladder.Demote.To(History.Key, new Demotion("a test", null, ["1-one"]), Stop);

        var record = await history.Room.Ladder.Records.Read(History.Key, Stop);
        Assert.Equal((AutonomyLevel.Suggest, fell), (record.Level!.Value, record.EvidenceFrom!.Value));
    }

    [Fact]
    public async Task A_threshold_that_a_person_set_higher_meanwhile_stays()
    {
        var history = new History(new Room(AutonomyLevel.Suggest));
        foreach (var number in Enumerable.Range(0, 60))
            await history.Resolve(await history.Decide(confidence: number < 40 ? 0.9 : 0.5), number < 40 || number % 2 == 0 ? "Network" : "Identity");
        var ladder = history.Room.Ladder;
        history.Room.Store.At = what =>
        {
            if (what != "after insert") return;
            history.Room.Store.At = _ => { };
            new TaxonomyBook(history.Room.Store, new ReceiptChain(history.Room.Store), history.Room.Clock).Change(
                ReceiptKind.ThresholdSet, "vpn", "a person wants it", Kim, before => ChangeTaxonomy.SetThreshold(before, "vpn", 0.97), Stop).GetAwaiter().GetResult();
        };

        await new WatchCalibration(ladder.Records, ladder.Taxonomy, ladder.Demote, () => history.Room.Policy, new("itsmai")).Sweep(Stop);

        Assert.Equal(0.97, (await ladder.Taxonomy.Read(Stop)).Find("vpn")!.Threshold);
    }

    private static Governance.Outcomes.MeasuredShare Outcomes(int right) => Governance.Outcomes.MeasuredShare.Count(right, right);

    private static async Task<(History History, PromotionProposal Proposal)> Proposed()
    {
        var history = new History(new Room(AutonomyLevel.ApproveFirst));
        await history.Resolved(right: 60, wrong: 0, Verdict.Propose);
        return (history, (await history.Room.Ladder.Promotions.Sweep(Stop))[0]);
    }

    /// <summary>Just before the next row is inserted, which is the receipt of what is done.</summary>
    private static void Meanwhile(History history, Func<TrackRecord, TrackRecord> happens) => history.Room.Store.At = what =>
    {
        if (what != "before insert") return;
        history.Room.Store.At = _ => { };
        new TrackRecords(history.Room.Store).Change(History.Key, happens, Stop).GetAwaiter().GetResult();
    };
}
