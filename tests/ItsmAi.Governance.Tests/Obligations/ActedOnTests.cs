using ItsmAi.Governance.Obligations;

namespace ItsmAi.Governance.Tests.Obligations;

public sealed class ActedOnTests
{
    [Fact]
    public async Task Before_anything_was_raised_nothing_can_be_measured()
    {
        var ledger = new Ledger();

        Assert.StartsWith("not measurable", (await ledger.Figures()).ShareAt(ledger.Clock.GetUtcNow()).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_done_in_time_counts_and_what_falls_due_lowers_the_rate()
    {
        var ledger = new Ledger();
        foreach (var id in new[] { "done", "accepted", "risk", "rejected", "late", "open" }) await ledger.Raise(id);
        await ledger.End(Disposition.Done, "kim", id: "done");
        await ledger.End(Disposition.Accepted, "kim", one => one with { Reference = "CHG-1" }, "accepted");
        await ledger.End(Disposition.RiskAccepted, "ana", one => one with { Expires = Some.Time.AddDays(90) }, "risk");
        await ledger.End(Disposition.Rejected, "kim", one => one with { Reason = RejectionReason.NotSo }, "rejected");
        var early = (await ledger.Figures()).ShareAt(ledger.Clock.GetUtcNow());
        ledger.Clock.Pass(TimeSpan.FromHours(9));
        await ledger.End(Disposition.Done, "kim", id: "late");

        var figures = await ledger.Figures();
        var share = figures.ShareAt(ledger.Clock.GetUtcNow());

        Assert.Equal((3, 4), (early.Right, early.Of));
        Assert.Equal((3, 6), (share.Right, share.Of));
        Assert.Equal((6, 5, 1), (figures.Raised, figures.Ended, figures.OverdueAt(ledger.Clock.GetUtcNow())));

        // Wilson's interval for 3 of 6, by hand: (0.5 ± 1.96·√(0.25/6 + 1.96²/144)) about 0.5, divided by 1 + 1.96²/6.
        Assert.Equal(0.188, share.Lower, 3);
        Assert.Equal(0.812, share.Upper, 3);
    }

    [Fact]
    public async Task An_accepted_risk_that_is_open_again_counts_again()
    {
        var ledger = new Ledger();
        await ledger.Raise();
        await ledger.End(Disposition.RiskAccepted, "ana", one => one with { Expires = Some.Time.AddDays(1) });
        ledger.Clock.Pass(TimeSpan.FromDays(1));
        await ledger.Sweep();
        ledger.Clock.Pass(TimeSpan.FromDays(11));

        var share = (await ledger.Figures()).ShareAt(ledger.Clock.GetUtcNow());

        Assert.Equal((1, 2), (share.Right, share.Of));
    }
}
