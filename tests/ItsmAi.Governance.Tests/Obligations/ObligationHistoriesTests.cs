using ItsmAi.Desk.People;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Receipts;

namespace ItsmAi.Governance.Tests.Obligations;

public sealed class ObligationHistoriesTests
{
    private const int Histories = 10_000;
    private const int LongestHistory = 6;

    private static readonly string[] Names = ["kim", "ana", "bo", "desk.lead", "itsmai"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_happens_it_has_an_owner_and_a_date_ends_only_by_a_disposition_and_goes_up_step_by_step()
    {
        var draw = new Random(20260302);
        for (var history = 0; history < Histories; history++)
        {
            var ledger = new Ledger();
            if (draw.Next(4) == 0) ledger.Policy = ledger.Policy with { Calendar = Ledger.Office };
            var before = await ledger.Raise(owner: Names[draw.Next(4)]);
            for (var step = draw.Next(1, LongestHistory); step > 0; step--)
            {
                await Play(ledger, draw);
                var after = await ledger.At();
                Check(before, after);
                before = after;
            }

            CheckReceipts(await ledger.Steps(), before);
        }
    }

    private static async Task Play(Ledger ledger, Random draw)
    {
        switch (draw.Next(5))
        {
            case 0:
                var how = (Disposition)draw.Next(5);
                await ledger.End(how, Names[draw.Next(Names.Length)], ending => ending with
                {
                    Reason = draw.Next(2) == 0 ? null : RejectionReason.NotSo,
                    Reference = draw.Next(2) == 0 ? null : "PRB-1",
                    Expires = draw.Next(3) == 0 ? null : ledger.Clock.GetUtcNow().AddDays(draw.Next(-1, 5)),
                });
                break;
            case 1:
                await ledger.Book.Acknowledge("o1", new Person(Names[draw.Next(4)]), Stop);
                break;
            case 2:
                ledger.People = [.. ledger.People.Select(one => one with { Active = draw.Next(5) > 0 })];
                ledger.Restart();
                break;
            default:
                ledger.Clock.Pass(TimeSpan.FromHours(draw.Next(1, 100)));
                await ledger.Sweep();
                break;
        }
    }

    private static void Check(Obligation before, Obligation after)
    {
        Assert.NotEmpty(after.Owner.Account);
        Assert.True(after.DueAt > after.RaisedAt);
        Assert.True(after.Level >= before.Level);
        Assert.Equal(after.Disposition is null, after.DisposedBy is null);
        Assert.NotEqual("itsmai", after.DisposedBy);
        if (after.Disposition == Disposition.RiskAccepted) Assert.NotEqual(after.Owner.Account, after.DisposedBy);
        if (before.Disposition is not (null or Disposition.RiskAccepted)) Assert.Equal(before, after);
    }

    private static void CheckReceipts(IReadOnlyList<Receipt> steps, Obligation last)
    {
        Assert.Equal(ReceiptKind.ObligationRaised, steps[0].Kind);
        Assert.Equal(
            Enumerable.Range(1, last.Level),
            steps.Where(step => step.Kind == ReceiptKind.ObligationEscalated).Select(step => step.Owed!.Level));
        var ends = steps.Count(step => step.Kind == ReceiptKind.ObligationDisposed);
        Assert.Equal(last.Disposition is null ? last.Reopened : last.Reopened + 1, ends);
        Assert.All(steps, step => Assert.NotEmpty(step.Owner!));
    }
}
