using ItsmAi.Desk.People;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Tests.Actions;

namespace ItsmAi.Governance.Tests.Autonomy;

public sealed class PromotionsTests
{
    private static readonly Person Kim = new("kim");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_proposed_says_from_where_to_where_and_has_an_owner_and_a_date()
    {
        var (history, proposal) = await Proposed();

        var receipt = Assert.Single(await history.Receipts(ReceiptKind.PromotionProposed));
        Assert.Equal((proposal.Id, "itsmai"), (receipt.Decision, receipt.Actor));
        Assert.Equal((AutonomyLevel.ApproveFirst, AutonomyLevel.Auto), (receipt.FromLevel, receipt.Level));
        Assert.Equal((60, 60), (receipt.Measured!.Right, receipt.Measured.Of));
        var owed = await history.Room.Obligations.Find(proposal.Id, Stop);
        Assert.Equal(("desk.lead", history.Room.Policy.DecideBy(proposal.At)), (owed!.Owner.Account, owed.DueAt));
    }

    [Fact]
    public async Task While_it_waits_the_sweep_names_the_same_proposal()
    {
        var (history, proposal) = await Proposed();
        await history.Resolved(right: 5, wrong: 0, Verdict.Propose);

        Assert.Equal(proposal.Id, Assert.Single(await history.Room.Ladder.Promotions.Sweep(Stop)).Id);
    }

    [Fact]
    public async Task Who_approves_stands_on_the_receipt_and_ends_what_was_owed()
    {
        var (history, proposal) = await Proposed();

        await history.Room.Ladder.Promotions.Approve(proposal.Id, Kim, Stop);

        var receipt = Assert.Single(await history.Receipts(ReceiptKind.Promoted));
        Assert.Equal((AutonomyLevel.ApproveFirst, AutonomyLevel.Auto), (receipt.FromLevel, receipt.Level));
        Assert.Equal(Disposition.Done, (await history.Room.Obligations.Find(proposal.Id, Stop))!.Disposition);
        Assert.Null((await history.Room.Ladder.Records.Read(History.Key, Stop)).Proposal);
    }

    [Fact]
    public async Task What_is_rejected_stays_where_it_is_and_its_evidence_is_spent()
    {
        var (history, proposal) = await Proposed();
        history.Room.Clock.Pass(TimeSpan.FromMinutes(1));

        Assert.Null(await history.Room.Ladder.Promotions.Reject(proposal.Id, "not before the audit", Kim, Stop));

        var receipt = Assert.Single(await history.Receipts(ReceiptKind.Rejected));
        Assert.Equal((AutonomyLevel.ApproveFirst, AutonomyLevel.ApproveFirst), (receipt.FromLevel, receipt.Level));
        Assert.Equal("not before the audit", receipt.Because);
        Assert.Equal(Disposition.Rejected, (await history.Room.Obligations.Find(proposal.Id, Stop))!.Disposition);
        var record = await history.Room.Ladder.Records.Read(History.Key, Stop);
        Assert.Equal((null, history.Room.Clock.GetUtcNow()), (record.Proposal, record.EvidenceFrom!.Value));
    }

    [Theory]
    [InlineData("kim", "", "reason: is empty")]
    [InlineData("kim", " ", "reason: is empty")]
    [InlineData("itsmai", "why not", "by: an AI identity")]
    [InlineData("", "why not", "by: nobody is named")]
    public async Task A_rejection_and_a_lowering_take_a_person_and_a_reason(string account, string reason, string says)
    {
        var (history, proposal) = await Proposed();
        var promotions = history.Room.Ladder.Promotions;

        Assert.StartsWith(says, await promotions.Reject(proposal.Id, reason, new Person(account), Stop), StringComparison.Ordinal);
        Assert.StartsWith(
            says, await promotions.Lower(History.Key, AutonomyLevel.Shadow, reason, new Person(account), Stop), StringComparison.Ordinal);

        Assert.Equal(AutonomyLevel.ApproveFirst, await history.Level());
        Assert.Equal(proposal.Id, (await history.Room.Ladder.Records.Read(History.Key, Stop)).Proposal?.Id);
    }

    [Fact]
    public async Task A_proposal_that_nobody_made_is_neither_approved_nor_rejected()
    {
        var (history, _) = await Proposed();

        Assert.Contains("waits for nobody", await history.Room.Ladder.Promotions.Approve("1-none", Kim, Stop), StringComparison.Ordinal);
        Assert.Contains("waits for nobody", await history.Room.Ladder.Promotions.Reject("1-none", "why", Kim, Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_person_lowered_is_earned_anew_and_no_proposal_outlives_it()
    {
        var (history, proposal) = await Proposed();
        history.Room.Clock.Pass(TimeSpan.FromMinutes(1));

        Assert.Null(await history.Room.Ladder.Promotions.Lower(History.Key, AutonomyLevel.Suggest, "an audit", Kim, Stop));

        var demoted = Assert.Single(await history.Receipts(ReceiptKind.Demoted));
        Assert.Equal((AutonomyLevel.ApproveFirst, AutonomyLevel.Suggest), (demoted.FromLevel, demoted.Level));
        Assert.Contains(
            "waits for nobody", await history.Room.Ladder.Promotions.Approve(proposal.Id, Kim, Stop), StringComparison.Ordinal);
        Assert.Empty(await history.Room.Ladder.Promotions.Sweep(Stop));
    }

    private static async Task<(History History, PromotionProposal Proposal)> Proposed()
    {
        var history = new History(new Room(AutonomyLevel.ApproveFirst));
        await history.Resolved(right: 60, wrong: 0, Verdict.Propose);
        return (history, (await history.Room.Ladder.Promotions.Sweep(Stop))[0]);
    }
}
