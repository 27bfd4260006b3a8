using ItsmAi.Desk.People;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Obligations.Endings;

namespace ItsmAi.Governance.Tests.Obligations.Endings;

public sealed class EndingRulesTests
{
    private static readonly Person Ana = new("ana");

    private static readonly Obligation Owed = new Ledger().Owed();

    [Theory]
    [InlineData(100, null)]
    [InlineData(101, "reference")]
    public void A_reference_has_at_most_a_hundred_characters(int length, string? refused) =>
        Assert.Equal(refused, Asked(new Ending(Disposition.Accepted, Ana) { Reference = new string('7', length) })?.Field);

    [Fact]
    public void A_reference_holds_only_what_can_be_seen() =>
        Assert.Equal("reference", Asked(new Ending(Disposition.Accepted, Ana) { Reference = "PRB\u0007-7" })?.Field);

    [Theory]
    [InlineData(500, null)]
    [InlineData(501, "remark")]
    public void A_remark_has_at_most_five_hundred_characters(int length, string? refused) =>
        Assert.Equal(refused, Asked(new Ending(Disposition.Done, Ana) { Remark = new string('x', length) })?.Field);

    [Fact]
    public void What_has_ended_says_how()
    {
        var refusal = Asked(new Ending(Disposition.Done, Ana), Owed with { Disposition = Disposition.Overtaken });

        Assert.Equal("id: \"o1\" has ended already: overtaken", refusal!.ToString());
        Assert.True(refusal.IsOver);
        Assert.False(refusal.IsUnknown);
    }

    [Fact]
    public void A_refused_date_says_one_that_would_do()
    {
        var far = new Ending(Disposition.RiskAccepted, Ana) { Expires = Some.Time.AddDays(400) };

        Assert.EndsWith("use one such as 2026-05-31", Asked(far)!.Says, StringComparison.Ordinal);
        Assert.EndsWith(
            "use one such as 2026-03-12",
            EndingRules.Refusal(Owed, far, isPerson: true, TimeSpan.FromDays(10), Some.Time)!.Says,
            StringComparison.Ordinal);
    }

    private static EndingRefusal? Asked(Ending ending, Obligation? owed = null) =>
        EndingRules.Refusal(owed ?? Owed, ending, isPerson: true, TimeSpan.FromDays(365), Some.Time);
}
