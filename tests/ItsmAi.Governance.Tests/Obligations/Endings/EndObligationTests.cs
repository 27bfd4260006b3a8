using System.Globalization;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Obligations.Endings;
using ItsmAi.Governance.Receipts;

namespace ItsmAi.Governance.Tests.Obligations.Endings;

public sealed class EndObligationTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string[]> Rows() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "endings.csv")).Skip(1).Select(line => line.Split('|'))];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_disposition_takes_what_it_needs(string[] cells)
    {
        var ledger = new Ledger();
        await ledger.Raise();

        var refusal = await ledger.End(
            Enum.Parse<Disposition>(cells[0]),
            cells[1],
            ending => ending with
            {
                Reason = cells[2].Length == 0 ? null : Enum.Parse<RejectionReason>(cells[2]),
                Reference = cells[3].Length == 0 ? null : cells[3],
                Expires = cells[4].Length == 0
                    ? null : ledger.Clock.GetUtcNow().AddDays(int.Parse(cells[4], CultureInfo.InvariantCulture)),
            });

        Assert.Equal(cells[5], refusal?.Field ?? "");
        Assert.Contains(cells[6], refusal?.Says ?? "", StringComparison.Ordinal);
        Assert.Equal(refusal is null ? Enum.Parse<Disposition>(cells[0]) : null, (await ledger.At()).Disposition);
        Assert.Equal(refusal is null ? 2 : 1, (await ledger.Steps()).Count);
    }

    [Fact]
    public async Task A_reference_that_does_not_exist_is_refused_where_somebody_can_tell()
    {
        var ledger = new Ledger();
        await ledger.Raise();
        var endings = new EndObligation(
            ledger.Book, _ => false, (id, _) => Task.FromResult(id == "PRB-7"), () => ledger.Policy.Obligations, ledger.Clock);

        var refused = await endings.Handle("o1", new Ending(Disposition.Accepted, Ledger.Kim) { Reference = "PRB-8" }, Stop);
        var taken = await endings.Handle("o1", new Ending(Disposition.Accepted, Ledger.Kim) { Reference = "PRB-7" }, Stop);

        Assert.Equal("reference: \"PRB-8\" is not known; use the id of a problem, change or article that exists", refused!.ToString());
        Assert.Null(taken);
        Assert.Equal("PRB-7", (await ledger.Steps())[^1].Owed!.Reference);
    }

    [Fact]
    public async Task Of_two_who_end_it_at_once_the_faster_one_has_ended_it_and_the_other_is_told()
    {
        var ledger = new Ledger();
        await ledger.Raise();
        var endings = new EndObligation(
            ledger.Book, _ => false,
            async (_, stop) => await ledger.Book.End("o1", new Ending(Disposition.Rejected, Ledger.Kim) { Reason = RejectionReason.Duplicate }, stop) is not null,
            () => ledger.Policy.Obligations, ledger.Clock);

        var late = await endings.Handle("o1", new Ending(Disposition.Accepted, Ledger.Kim) { Reference = "PRB-7" }, Stop);

        Assert.True(late!.IsOver);
        Assert.Contains("has ended otherwise", late.Says, StringComparison.Ordinal);
        Assert.Equal(Disposition.Rejected, (await ledger.At()).Disposition);
    }

    [Fact]
    public async Task What_is_unknown_or_has_ended_is_named_so()
    {
        var ledger = new Ledger();
        await ledger.Raise();
        await ledger.End(Disposition.Done, "kim");

        Assert.True((await ledger.End(Disposition.Done, "kim", id: "o9"))!.IsUnknown);
        Assert.True((await ledger.End(Disposition.Done, "ana"))!.IsOver);
    }

    [Fact]
    public void Having_seen_it_is_no_disposition()
    {
        Assert.Null(DispositionName.Read("viewed"));
        Assert.All(Enum.GetValues<Disposition>(), one => Assert.Equal(one, DispositionName.Read(DispositionName.Of(one))));
    }

    [Fact]
    public async Task Acknowledging_ends_nothing()
    {
        var ledger = new Ledger();
        await ledger.Raise();

        await ledger.Book.Acknowledge("o1", Ledger.Kim, Stop);
        ledger.Clock.Pass(TimeSpan.FromHours(9));
        await ledger.Sweep();

        var owed = await ledger.At();
        Assert.Equal((null, 1, Some.Time), (owed.Disposition, owed.Level, owed.AcknowledgedAt!.Value));
        Assert.Equal(ReceiptKind.ObligationAcknowledged, (await ledger.Steps())[1].Kind);
    }

    [Fact]
    public async Task A_longer_time_for_risks_is_the_policys_to_give()
    {
        var ledger = new Ledger();
        ledger.Policy = ledger.Policy with { Obligations = new ObligationSettings { LongestRisk = TimeSpan.FromDays(10) } };
        await ledger.Raise();

        var refused = await ledger.End(
            Disposition.RiskAccepted, "ana", ending => ending with { Expires = ledger.Clock.GetUtcNow().AddDays(11) });

        Assert.Contains("at most 10 days", refused!.Says, StringComparison.Ordinal);
        Assert.Equal(new Person("kim"), (await ledger.At()).Owner);
    }
}
