using ItsmAi.Governance.Notices;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Obligations.Owners;
using ItsmAi.Governance.Receipts;

namespace ItsmAi.Governance.Tests.Obligations.Sweeping;

public sealed class SweepObligationsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_overdue_goes_up_one_level_a_period_until_the_practice_owner_has_it()
    {
        var ledger = new Ledger();
        await ledger.Raise();
        var seen = new List<string>();

        for (var day = 0; day < 6; day++)
        {
            ledger.Clock.Pass(day == 0 ? TimeSpan.FromHours(8.1) : TimeSpan.FromDays(1));
            await ledger.Sweep();
            await ledger.Sweep();
            var owed = await ledger.At();
            seen.Add($"{owed.Level} {owed.EscalatedTo} {owed.Reminders}");
        }

        Assert.Equal(["1 ana 0", "2 bo 0", "3 desk.lead 0", "3 desk.lead 1", "3 desk.lead 2", "3 desk.lead 3"], seen);
        Assert.Equal(Ledger.Kim, (await ledger.At()).Owner);
    }

    [Fact]
    public async Task Before_its_date_it_does_not_go_up_and_its_owner_is_reminded_once()
    {
        var ledger = new Ledger();
        await ledger.Raise();

        for (var hour = 0; hour < 7; hour++)
        {
            ledger.Clock.Pass(TimeSpan.FromHours(1));
            await ledger.Sweep();
        }

        Assert.Equal((0, 1), ((await ledger.At()).Level, (await ledger.At()).Reminders));
        Assert.Equal([NoticeKind.Raised, NoticeKind.Reminder], (await ledger.Told()).Select(notice => notice.Kind));
    }

    [Fact]
    public async Task After_a_standstill_no_level_and_no_receipt_is_skipped()
    {
        var ledger = new Ledger();
        await ledger.Raise();
        ledger.Clock.Pass(TimeSpan.FromDays(30));

        await ledger.Sweep();

        Assert.Equal([0, 1, 2, 3], (await ledger.Steps()).Select(step => step.Owed!.Level));
        Assert.DoesNotContain(await ledger.Told(), notice => notice.Kind == NoticeKind.Reminder);
    }

    [Fact]
    public async Task Where_people_work_by_day_nothing_goes_up_over_the_weekend()
    {
        // Friday at 9:00 UTC, due on Friday at 17:00 UTC, which is when the office closes.
        var ledger = new Ledger();
        ledger.Policy = ledger.Policy with { Calendar = Ledger.Office };
        ledger.Clock.Pass(TimeSpan.FromDays(4));
        await ledger.Raise();
        ledger.Clock.Pass(TimeSpan.FromHours(8.5));
        await ledger.Sweep();
        Assert.Equal(1, (await ledger.At()).Level);

        ledger.Clock.Pass(TimeSpan.FromDays(2));
        await ledger.Sweep();
        Assert.Equal(1, (await ledger.At()).Level);

        ledger.Clock.Pass(TimeSpan.FromDays(1));
        await ledger.Sweep();
        Assert.Equal(2, (await ledger.At()).Level);
    }

    [Fact]
    public async Task Two_sweeps_at_once_do_each_thing_once()
    {
        var one = new Ledger();
        await one.Raise();
        one.Clock.Pass(TimeSpan.FromDays(30));
        var other = new Ledger { Store = one.Store, Clock = one.Clock };
        other.Restart();

        // The other sweeps in the middle of the first, once at each operation of the store.
        for (var moment = 0; moment < 40; moment++)
        {
            var left = moment;
            one.Store.At = _ =>
            {
                if (left-- != 0) return;
                one.Store.At = _ => { };
                other.Sweep().GetAwaiter().GetResult();
            };
            await one.Sweep();
            one.Store.At = _ => { };
            Assert.Equal([0, 1, 2, 3], (await one.Steps()).Select(step => step.Owed!.Level));
            Assert.Equal(6, (await one.Told()).Count(notice => notice.Kind == NoticeKind.Escalated));
        }
    }

    [Fact]
    public async Task An_accepted_risk_is_open_again_when_its_time_is_over()
    {
        var ledger = new Ledger();
        await ledger.Raise();
        await ledger.End(Disposition.RiskAccepted, "ana", ending => ending with { Expires = ledger.Clock.GetUtcNow().AddDays(30) });
        ledger.Clock.Pass(TimeSpan.FromDays(29));
        await ledger.Sweep();
        Assert.Equal(Disposition.RiskAccepted, (await ledger.At()).Disposition);

        ledger.Clock.Pass(TimeSpan.FromDays(1));
        await ledger.Sweep();
        await ledger.Sweep();

        var owed = await ledger.At();
        Assert.Null(owed.Disposition);
        Assert.Equal(ledger.Clock.GetUtcNow().AddDays(10), owed.DueAt);
        Assert.Equal(ReceiptKind.ObligationReopened, (await ledger.Steps())[^1].Kind);
        Assert.Contains(await ledger.Told(), notice => notice is { Kind: NoticeKind.Reopened, To.Account: "kim" });

        Assert.Null(await ledger.End(Disposition.Done, "kim"));
        Assert.Equal(4, (await ledger.Steps()).Count);
    }

    [Fact]
    public async Task What_somebody_left_behind_goes_to_the_practice_owner_as_an_exception()
    {
        var ledger = new Ledger();
        await ledger.Raise();
        ledger.People = [new KnownPerson(Ledger.Kim) { Left = new DateOnly(2026, 3, 2) }, new KnownPerson(Ledger.Lead)];
        ledger.Restart();

        await ledger.Sweep();
        await ledger.Sweep();

        var owed = await ledger.At();
        Assert.Equal((Ledger.Lead, Ledger.Kim, "the owner has left"), (owed.Owner, owed.InsteadOf!.Value, owed.OwnershipException));
        var step = Assert.Single(await ledger.Steps(), one => one.Kind == ReceiptKind.ObligationHandedOn);
        Assert.Equal(("desk.lead", "the owner has left"), (step.Owner, step.Owed!.OwnershipException));
        Assert.Contains(await ledger.Told(), notice => notice is { Kind: NoticeKind.HandedOn, To.Account: "desk.lead" });
    }

    [Fact]
    public async Task Whoever_does_not_say_that_they_have_it_is_reminded()
    {
        var ledger = new Ledger();
        await ledger.Book.Add(
            Insight.Owed("o1", Ledger.Kim, "problems", "five times the same", "pattern-1", ledger.Policy, ledger.Clock.GetUtcNow()), Stop);

        ledger.Clock.Pass(TimeSpan.FromDays(2));
        await ledger.Sweep();

        Assert.Equal((1, 0), ((await ledger.At()).Reminders, (await ledger.At()).Level));
        Assert.Equal(Some.Time.AddDays(10), (await ledger.At()).DueAt);
    }

    [Fact]
    public async Task Nobody_above_means_reminders_and_no_level()
    {
        var ledger = new Ledger { People = [] };
        ledger.Restart();
        await ledger.Raise(owner: "desk.lead");
        ledger.Clock.Pass(TimeSpan.FromDays(5));

        await ledger.Sweep();

        Assert.Equal((0, 1), ((await ledger.At()).Level, (await ledger.At()).Reminders));
    }
}
