using ItsmAi.Desk.People;
using ItsmAi.Governance.Notices;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Records;
using ItsmAi.Governance.Tests.Fakes;

namespace ItsmAi.Governance.Tests.Obligations;

public sealed class ObligationBookTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void An_obligation_without_an_owner_cannot_be_made() =>
        Assert.Throws<ArgumentException>(() => new Ledger().Owed() with { Owner = new Person(" ") });

    [Fact]
    public async Task Adding_it_again_changes_nothing()
    {
        var ledger = new Ledger();
        await ledger.Raise();

        await ledger.Raise(owner: "ana");

        Assert.Equal(Ledger.Kim, (await ledger.At()).Owner);
        Assert.Single(await ledger.Steps());
        Assert.Single(await ledger.Told());
    }

    [Fact]
    public async Task The_first_disposition_stands()
    {
        var ledger = new Ledger();
        await ledger.Raise();

        await ledger.Book.Dispose("o1", Disposition.Done, new Person("kim"), Stop);
        await ledger.Book.Dispose("o1", Disposition.Rejected, new Person("ana"), Stop);

        var owed = await ledger.At();
        Assert.Equal((Disposition.Done, "kim"), (owed.Disposition!.Value, owed.DisposedBy));
        Assert.Empty(await ledger.Book.Open(Stop));
    }

    [Fact]
    public async Task Each_step_is_a_receipt_of_its_own_decision()
    {
        var ledger = new Ledger();
        await ledger.Raise();
        await ledger.Book.Acknowledge("o1", Ledger.Kim, Stop);
        ledger.Clock.Pass(TimeSpan.FromHours(9));
        await ledger.Sweep();
        await ledger.End(Disposition.Done, "ana");

        var steps = await ledger.Steps();

        Assert.Equal(
            [
                ReceiptKind.ObligationRaised, ReceiptKind.ObligationAcknowledged, ReceiptKind.ObligationEscalated,
                ReceiptKind.ObligationDisposed,
            ],
            steps.Select(step => step.Kind));
        Assert.Equal(["itsmai", "kim", "itsmai", "ana"], steps.Select(step => step.Actor));
        Assert.Equal(["kim", "kim", "ana", "kim"], steps.Select(step => step.Owner));
        Assert.All(steps, step => Assert.DoesNotContain("kim", $"{step.Result} {step.Because} {step.Headline}", StringComparison.Ordinal));
        Assert.True((await VerifyReceipts.Walk(ledger.Store, Stop)).Holds);
    }

    [Fact]
    public async Task Without_a_receipt_nobody_comes_to_owe_anything_and_nothing_ends()
    {
        var ledger = new Ledger();
        await ledger.Raise();
        ledger.Store.At = at => ThrowIf(at == "before insert", new StoreUnavailableException("full"));

        await Assert.ThrowsAsync<StoreUnavailableException>(() => ledger.Raise("o2"));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => ledger.End(Disposition.Done, "kim"));

        ledger.Store.At = _ => { };
        Assert.Null(await ledger.Book.Find("o2", Stop));
        Assert.Null((await ledger.At()).Disposition);
    }

    [Fact]
    public async Task Killed_at_any_moment_and_repeated_it_is_raised_once_with_owner_and_date()
    {
        var moments = await Kill(
            ledger => Task.CompletedTask,
            ledger => ledger.Book.Add(ledger.Owed(), Stop),
            async ledger =>
            {
                var owed = await ledger.At();
                var raised = Assert.Single(await ledger.Steps());
                Assert.Equal((Ledger.Kim, raised.OccurredAt, raised.Owed!.DueAt), (owed.Owner, owed.RaisedAt, owed.DueAt));
                Assert.Equal(raised.At.AddHours(8), owed.DueAt);
                Assert.Single(await ledger.Told());
            });
        Assert.True(moments > 5);
    }

    [Fact]
    public async Task Killed_at_any_moment_an_end_that_was_testified_stands_whoever_comes_next()
    {
        await Kill(
            ledger => ledger.Raise(),
            ledger => ledger.End(Disposition.Done, "kim"),
            async ledger =>
            {
                await ledger.End(Disposition.Overtaken, "ana");
                var (owed, step) = (await ledger.At(), (await ledger.Steps()).Single(one => one.Kind == ReceiptKind.ObligationDisposed));
                Assert.Equal((step.Owed!.Disposition, step.Actor), (owed.Disposition, owed.DisposedBy));
            },
            repeat: false);
    }

    [Fact]
    public async Task Killed_at_any_moment_a_sweep_that_is_repeated_leaves_the_same()
    {
        await Kill(
            async ledger =>
            {
                await ledger.Raise();
                ledger.Clock.Pass(TimeSpan.FromHours(8) + TimeSpan.FromDays(1.5));
            },
            ledger => ledger.Sweep(),
            async ledger =>
            {
                var owed = await ledger.At();
                Assert.Equal((2, new Person("bo")), (owed.Level, owed.EscalatedTo));
                Assert.Equal([1, 2], (await ledger.Steps()).Skip(1).Select(step => step.Owed!.Level));
                Assert.Equal(4, (await ledger.Told()).Count(notice => notice.Kind == NoticeKind.Escalated));
            });
    }

    [Fact]
    public async Task An_end_that_was_testified_and_not_carried_out_is_finished_by_the_sweep()
    {
        var ledger = new Ledger();
        await ledger.Raise();
        ledger.Store.At = at => ThrowIf(at == "before replace", new Crash());
        await Assert.ThrowsAsync<Crash>(() => ledger.End(Disposition.Done, "kim"));
        ledger.Store.At = _ => { };
        ledger.Clock.Pass(TimeSpan.FromDays(3));

        await ledger.Sweep();

        var owed = await ledger.At();
        Assert.Equal((Disposition.Done, 0, Some.Time), (owed.Disposition!.Value, owed.Level, owed.DisposedAt!.Value));
    }

    /// <summary>
    /// Plays the act once for each operation of the store, dies there, and begins again an hour later.
    /// </summary>
    private static async Task<int> Kill(
        Func<Ledger, Task> before, Func<Ledger, Task> act, Func<Ledger, Task> look, bool repeat = true)
    {
        for (var moment = 0; ; moment++)
        {
            var ledger = new Ledger();
            await before(ledger);
            var left = moment;
            ledger.Store.At = _ => ThrowIf(left-- == 0, new Crash());
            var died = false;
            try
            {
                await act(ledger);
            }
            catch (Crash)
            {
                died = true;
            }

            ledger.Store.At = _ => { };
            ledger.Restart();
            ledger.Clock.Pass(TimeSpan.FromHours(1));
            if (repeat) await act(ledger);
            await look(ledger);
            Assert.True((await VerifyReceipts.Walk(ledger.Store, Stop)).Holds);
            if (!died) return moment;
        }
    }

    private static void ThrowIf(bool now, Exception error)
    {
        if (now) throw error;
    }
}
