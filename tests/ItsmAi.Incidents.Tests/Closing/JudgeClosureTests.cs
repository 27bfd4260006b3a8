using System.Globalization;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Incidents.Closing;
using ItsmAi.Incidents.Closing.Replies;

namespace ItsmAi.Incidents.Tests.Closing;

public sealed class JudgeClosureTests
{
    [Theory]
    [MemberData(nameof(Rows))]
    public void A_ticket_is_closed_as_the_table_says(string line)
    {
        var row = line.Split(',');
        var facts = Resolved.Ticket() with
        {
            Status = Enum.Parse<TicketStatus>(row[1]),
            Priority = row[2].Length == 0 ? null : Enum.Parse<Priority>(row[2]),
            ResolutionCode = row[3],
            ResolutionNotes = row[4],
            OpenChildren = int.Parse(row[5]),
            OpenApprovals = int.Parse(row[6]),
            OpenTasks = int.Parse(row[7]),
            FiringAlerts = int.Parse(row[8]),
            WasReopened = row[9] == "yes",
            Completeness = double.Parse(row[10], CultureInfo.InvariantCulture),
            IsVip = row[11] == "vip",
            IsSecurity = row[11] == "security",
            IsRegulated = row[11] == "regulated",
            GroupManager = row[12].Length == 0 ? null : new Person(row[12]),
            LastReply = row[13].Length == 0 ? null : new RequesterReply(Resolved.At.AddHours(1), Enum.Parse<ReplyMeaning>(row[13])),
        };

        var verdict = JudgeClosure.Of(facts, Resolved.Rules, Resolved.At.AddHours(int.Parse(row[14])));

        Assert.Equal(row[15], verdict.GetType().Name);
        Assert.Equal(int.Parse(row[16]), verdict is ClosureVerdict.KeepOpen kept ? kept.Reasons.Count : 0);
    }

    [Fact]
    public void The_reply_still_not_working_thanks_reopens() =>
        Assert.True(Assert.IsType<ClosureVerdict.KeepOpen>(AfterLong(Resolved.Replied("still not working, thanks"))).Reopens);

    [Fact]
    public void The_reply_thanks_confirms() =>
        Assert.Equal(
            JudgeClosure.ByConfirmation,
            Assert.IsType<ClosureVerdict.Close>(JudgeClosure.Of(Resolved.Replied("thanks!"), Resolved.Rules, Resolved.At.AddHours(3))).Rule);

    [Fact]
    public void The_reply_maybe_will_check_Monday_pauses_the_timer()
    {
        var kept = Assert.IsType<ClosureVerdict.KeepOpen>(AfterLong(Resolved.Replied("maybe, will check Monday")));

        Assert.False(kept.Reopens);
        Assert.Contains("pauses", Assert.Single(kept.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public void A_reply_at_the_moment_of_the_resolution_stops_the_timer() =>
        Assert.IsType<ClosureVerdict.KeepOpen>(AfterLong(Resolved.Replied("hm", hours: 0)));

    [Fact]
    public void A_new_resolution_after_a_reply_starts_the_timer_anew()
    {
        var facts = Resolved.Replied("still broken", hours: -1);

        Assert.IsType<ClosureVerdict.Wait>(JudgeClosure.Of(facts, Resolved.Rules, Resolved.At.AddHours(1)));
        Assert.IsType<ClosureVerdict.Close>(AfterLong(facts));
    }

    [Fact]
    public void A_weekend_does_not_count_as_silence()
    {
        var friday = new DateTimeOffset(2026, 3, 6, 9, 0, 0, TimeSpan.Zero);
        var verdict = JudgeClosure.Of(Resolved.Ticket() with { ResolvedAt = friday }, Resolved.Rules, friday.AddDays(3));

        Assert.Equal(new ClosureVerdict.Wait(new DateTimeOffset(2026, 3, 11, 9, 0, 0, TimeSpan.Zero)), verdict);
    }

    [Fact]
    public void The_verdict_names_the_accountable_person_and_the_rule()
    {
        var close = Assert.IsType<ClosureVerdict.Close>(AfterLong(Resolved.Ticket()));

        Assert.Equal((JudgeClosure.BySilence, new Person("ada")), (close.Rule, close.AccountablePerson));
    }

    [Fact]
    public void One_closure_in_twenty_is_sampled_and_always_the_same_ones()
    {
        var first = Sampled();

        Assert.Equal(first, Sampled());
        Assert.InRange(first.Count, 400, 600);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(7, true)]
    [InlineData(7.001, false)]
    [InlineData(-1, false)]
    public void A_reopening_within_seven_days_counts_as_a_wrong_close(double days, bool wrong) =>
        Assert.Equal(wrong, JudgeReopening.Of(Resolved.At, Resolved.At.AddDays(days), Resolved.Rules));

    public static TheoryData<string> Rows() =>
        [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Cases", "closures.csv")).Skip(1)];

    private static ClosureVerdict AfterLong(ClosureFacts facts) => JudgeClosure.Of(facts, Resolved.Rules, Resolved.At.AddDays(60));

    private static List<int> Sampled() =>
        [.. Enumerable.Range(1, 10_000).Where(number => AfterLong(Resolved.Ticket(number)) is ClosureVerdict.Close { IsSampled: true })];
}
