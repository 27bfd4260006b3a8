using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Suggestions;
using ItsmAi.Hosting.Demo.Server.Tickets;
using ItsmAi.Hosting.Tests.Fakes;
using ItsmAi.Incidents.Closing;

namespace ItsmAi.Hosting.Tests.Reactions.Closing;

public sealed class ClosureTests
{
    [Fact]
    public async Task A_resolved_ticket_closes_after_three_silent_business_days_and_its_receipt_names_who_answers_for_it()
    {
        await using var house = await ClosingHouse.Open();
        var ticket = await house.Resolved();

        await house.Pass(2.9);
        Assert.Equal("resolved", await house.Status(ticket));
        await house.Pass(0.2);

        Assert.Equal("closed", await house.Status(ticket));
        var decided = Assert.Single(await house.Receipts(), one => one is { Kind: ReceiptKind.Decided, Action: ActionKind.CloseTicket });
        Assert.Equal(("nina", Verdict.Act), (decided.Accountable, decided.Verdict!.Value));
        Assert.Contains($"rule {JudgeClosure.BySilence}", decided.Reasons!);
        Assert.Empty(await house.Owed());
        Assert.True((await house.Verify()).Holds);
    }

    [Fact]
    public async Task A_weekend_is_no_silence()
    {
        await using var house = await ClosingHouse.Open();
        await house.Clock.Advance(TimeSpan.FromDays(3));
        var ticket = await house.Resolved();

        // Resolved on a Thursday: Friday, Monday and Tuesday have to pass.
        await house.Pass(4.9);
        Assert.Equal("resolved", await house.Status(ticket));
        await house.Pass(0.2);

        Assert.Equal("closed", await house.Status(ticket));
    }

    [Theory]
    [InlineData("still not working, thanks", "open")]
    [InlineData("thanks!", "closed")]
    [InlineData("maybe, will check Monday", "resolved")]
    public async Task A_reply_reopens_confirms_or_pauses(string says, string status)
    {
        await using var house = await ClosingHouse.Open();
        var ticket = await house.Resolved();

        await house.Reply(ticket, says);

        Assert.Equal(status, await house.Status(ticket));
        if (status == "resolved")
        {
            var owed = Assert.Single(await house.Owed());
            Assert.Equal("nina", owed.Owner.Account);
            Assert.Contains("unclear", owed.Says, StringComparison.Ordinal);
            await house.Pass(10);
            Assert.Equal("resolved", await house.Status(ticket));
        }
    }

    [Fact]
    public async Task Whoever_else_writes_stops_the_silence_and_settles_nothing()
    {
        await using var house = await ClosingHouse.Open();
        var ticket = await house.Resolved();

        await house.Reply(ticket, "works for me, please close", by: house.OtherAgent);
        await house.Pass(3.1);

        Assert.Equal("resolved", await house.Status(ticket));
        Assert.Contains("unclear", Assert.Single(await house.Owed()).Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Our_own_words_and_the_resolvers_are_no_replies()
    {
        await using var house = await ClosingHouse.Open();
        var ticket = await house.Resolved();

        await house.Reply(ticket, "works for me, please close", by: "itsmai-bot");
        await house.Reply(ticket, "works for me, please close", by: house.Agent);
        Assert.Equal("resolved", await house.Status(ticket));
        await house.Pass(3.1);

        Assert.Equal("closed", await house.Status(ticket));
    }

    [Theory]
    [InlineData("code", "no resolution code")]
    [InlineData("notes", "no resolution notes")]
    [InlineData("child", "1 child tickets are open")]
    [InlineData("task", "1 tasks are open")]
    [InlineData("P1", "it is P1: silence never closes it")]
    [InlineData("P2", "it is P2: silence never closes it")]
    [InlineData("vip", "VIP: silence never closes it")]
    [InlineData("security", "about security: silence never closes it")]
    [InlineData("regulated", "regulated: silence never closes it")]
    [InlineData("reopened", "it was reopened before")]
    public async Task One_miss_keeps_it_open_and_somebody_owes_a_look_with_the_reason(string miss, string reason)
    {
        await using var house = await ClosingHouse.Open();
        var ticket = miss switch
        {
            "code" => await house.Resolved(code: ""),
            "notes" => await house.Resolved(notes: ""),
            "P1" => await house.Resolved(priority: 100),
            "P2" => await house.Resolved(priority: 80),
            "vip" => await house.Resolved(fields: (DeskSchema.Vip, "yes")),
            "security" => await house.Resolved(fields: (DeskSchema.Category, "security/phishing")),
            "regulated" => await house.Resolved(fields: (DeskSchema.Service, "payments")),
            _ => await house.Resolved(),
        };
        if (miss == "child") await house.Put(await house.Opened(), house.Agent, $$"""{"MemberOf":"{{ticket}}"}""");
        if (miss == "task") await house.Put(ticket, house.Agent, $$"""{"DependsOn":"{{await house.Opened()}}"}""");
        if (miss == "reopened")
        {
            await house.SetStatus(ticket, "open");
            await house.SetStatus(ticket, "resolved");
        }

        await house.Pass(1);
        Assert.Empty(await house.Owed());
        await house.Pass(3);

        Assert.Equal("resolved", await house.Status(ticket));
        var owed = Assert.Single(await house.Owed());
        Assert.Equal("nina", owed.Owner.Account);
        Assert.Contains(reason, owed.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_kept_it_open_is_over_and_it_closes_and_nobody_owes_anything_any_more()
    {
        await using var house = await ClosingHouse.Open();
        var ticket = await house.Resolved();
        var child = await house.Opened();
        await house.Put(child, house.Agent, $$"""{"MemberOf":"{{ticket}}"}""");
        await house.Pass(4);
        Assert.Single(await house.Owed());

        await house.SetStatus(child, "rejected");
        await house.Pass(0.1);

        Assert.Equal("closed", await house.Status(ticket));
        Assert.Empty(await house.Owed());
    }

    [Fact]
    public async Task Opened_again_within_seven_days_it_was_closed_wrongly()
    {
        await using var house = await ClosingHouse.Open();
        var ticket = await house.Resolved();
        await house.Pass(3.1);

        await house.Clock.Advance(TimeSpan.FromDays(6.8));
        await house.SetStatus(ticket, "open");
        await house.Drain();
        await house.Tick();

        var outcome = Assert.Single(await house.Receipts(), one => one is { Kind: ReceiptKind.Outcome, Action: ActionKind.CloseTicket });
        Assert.Equal(OutcomeKind.Reopened, outcome.Outcome);
        Assert.Contains("wrongly", outcome.Result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Told_late_it_is_judged_by_when_it_happened()
    {
        await using var house = await ClosingHouse.Open();
        var ticket = await house.Resolved();
        await house.Pass(3.1);
        await house.Clock.Advance(TimeSpan.FromDays(6.5));
        await house.Put(ticket, house.Agent, """{"Status":"open"}""");

        await house.Clock.Advance(TimeSpan.FromDays(5));
        await house.Drain();

        Assert.Single(await house.Receipts(), one => one is { Kind: ReceiptKind.Outcome, Outcome: OutcomeKind.Reopened, Action: ActionKind.CloseTicket });
    }

    [Fact]
    public async Task Left_alone_for_seven_days_it_was_closed_rightly()
    {
        await using var house = await ClosingHouse.Open();
        await house.Resolved();
        await house.Pass(3.1);

        await house.Pass(7.1);
        await house.Pass(7.1);

        var outcome = Assert.Single(await house.Receipts(), one => one is { Kind: ReceiptKind.Outcome, Action: ActionKind.CloseTicket });
        Assert.Equal((OutcomeKind.Resolved, "Network"), (outcome.Outcome, outcome.To));
    }

    [Fact]
    public async Task A_closed_ticket_whose_requester_says_that_it_is_still_broken_is_open_again_and_was_closed_wrongly()
    {
        await using var house = await ClosingHouse.Open();
        var ticket = await house.Resolved();
        await house.Pass(3.1);

        await house.Reply(ticket, "it is still broken, please reopen");

        Assert.Equal("open", await house.Status(ticket));
        Assert.Single(await house.Receipts(), one => one is { Kind: ReceiptKind.Outcome, Outcome: OutcomeKind.Reopened });
    }

    [Fact]
    public async Task One_in_twenty_is_drawn_for_a_person_to_look_at()
    {
        await using var house = await ClosingHouse.Open(sample: 1);
        await house.Resolved();

        await house.Pass(3.1);

        var owed = Assert.Single(await house.Owed());
        Assert.Equal("nina", owed.Owner.Account);
        Assert.Contains("drawn for review", owed.Says, StringComparison.Ordinal);
        Assert.Equal(0.05, new ClosureRules().SampleShare);
    }

    [Fact]
    public async Task Whoever_takes_a_closing_back_is_not_closed_over()
    {
        await using var house = await ClosingHouse.Open();
        var ticket = await house.Resolved();
        await house.Pass(3.1);
        var decided = (await house.Receipts()).Single(one => one is { Kind: ReceiptKind.Decided, Action: ActionKind.CloseTicket });

        await house.Undo(decided.Decision, house.Agent);
        Assert.Equal("resolved", await house.Status(ticket));
        await house.Pass(5);
        await house.Pass(5);

        // It was wrong once, and nobody's peace makes it right.
        Assert.Equal("resolved", await house.Status(ticket));
        var outcome = Assert.Single(await house.Receipts(), one => one is { Kind: ReceiptKind.Outcome, Action: ActionKind.CloseTicket });
        Assert.Equal(OutcomeKind.Undone, outcome.Outcome);
    }

    [Fact]
    public async Task Without_a_rule_that_names_it_nothing_is_closed()
    {
        await using var house = await ClosingHouse.Open("Shadow");
        var ticket = await house.Resolved();

        await house.Pass(5);

        Assert.Equal("resolved", await house.Status(ticket));
        var decided = Assert.Single(await house.Receipts(), one => one is { Kind: ReceiptKind.Decided, Action: ActionKind.CloseTicket });
        Assert.Equal(Verdict.Observe, decided.Verdict);
    }

    [Fact]
    public async Task The_process_ends_at_any_moment_and_it_is_closed_once_and_its_closing_is_watched()
    {
        for (var moment = 0; ; moment++)
        {
            await using var house = await ClosingHouse.Open(sample: 1);
            var ticket = await house.Resolved();
            await house.Clock.Advance(TimeSpan.FromDays(3.1));
            house.Store.Left = moment;
            var ended = await Record.ExceptionAsync(house.Tick) is ProcessEndedException;
            house.Store.Left = -1;
            await house.Restart();
            await house.Pass(0.1);

            Assert.Equal("closed", await house.Status(ticket));
            Assert.Single(await house.Receipts(), one => one is { Kind: ReceiptKind.Applied, Action: ActionKind.CloseTicket });
            Assert.Contains("drawn for review", Assert.Single(await house.Owed()).Says, StringComparison.Ordinal);
            await house.SetStatus(ticket, "open");
            Assert.Single(await house.Receipts(), one => one is { Kind: ReceiptKind.Outcome, Outcome: OutcomeKind.Reopened });
            Assert.True((await house.Verify()).Holds);
            if (!ended) break;
        }
    }
}
