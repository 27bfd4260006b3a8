using ItsmAi.Desk.Events;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Hosting.Tests.Reactions.Alerts;

public sealed class IncidentOfAlertsTests
{
    [Fact]
    public async Task Alerts_of_one_cause_become_one_incident_that_is_kept_up_to_date_and_resolved_when_all_are_clear()
    {
        await using var house = await WatchedHouse.Open();
        await house.Post(("DiskFull", "mail", true, 0), ("HighLatency", "mail", true, 0));
        await house.Tick();

        var opened = Assert.Single(await house.Tickets());
        Assert.Equal(("new", "Network"), (opened.Status, opened.Queue));
        Assert.Contains("Fires (2)", opened.Summary, StringComparison.Ordinal);

        await house.Clock.Advance(TimeSpan.FromMinutes(2));
        await house.Post(("DiskFull", "mail", false, 0));
        await house.Tick();
        var updated = Assert.Single(await house.Tickets());
        Assert.Equal("new", updated.Status);
        Assert.Contains("Fires (1)", updated.Summary, StringComparison.Ordinal);
        Assert.Contains("Cleared (1)", updated.Summary, StringComparison.Ordinal);

        await house.Pass(30);
        Assert.Equal("new", (await house.Tickets())[0].Status);
        await house.Post(("HighLatency", "mail", false, 0));
        await house.Tick();
        Assert.Equal("new", (await house.Tickets())[0].Status);

        await house.Pass(5);
        var resolved = Assert.Single(await house.Tickets());
        Assert.Equal("resolved", resolved.Status);
        Assert.True((await house.Verify()).Holds);
        var acts = (await house.Receipts()).Where(receipt => receipt.Kind == ReceiptKind.Applied).Select(receipt => receipt.Action).ToHashSet();
        Assert.Equal([ActionKind.OpenIncident, ActionKind.UpdateIncident, ActionKind.ResolveIncident], acts.Order());
    }

    [Fact]
    public async Task What_was_resolved_since_all_is_clear_waits_for_its_end_as_any_other_and_an_undo_is_not_closed_over()
    {
        await using var house = await WatchedHouse.Open();
        house.Severity = "warning";
        await Resolved(house);

        await house.PassDays(1);
        Assert.Equal("resolved", (await house.Tickets())[0].Status);
        await house.PassDays(6);
        Assert.Equal("closed", (await house.Tickets())[0].Status);
        var closed = (await house.Receipts()).Single(one => one is { Kind: ReceiptKind.Decided, Action: ActionKind.CloseTicket });
        Assert.Equal("nina", (await new ReceiptChain(house.Records).Find(closed.Id, TestContext.Current.CancellationToken))?.Accountable);

        await house.Answer(closed.Decision, EventKind.DecisionUndone, closed.Subject!);
        await house.PassDays(7);
        await house.PassDays(7);
        Assert.Equal("resolved", (await house.Tickets())[0].Status);
    }

    [Fact]
    public async Task What_is_grave_is_not_closed_by_silence_though_its_alerts_are_clear()
    {
        await using var house = await WatchedHouse.Open();
        await Resolved(house);

        await house.PassDays(7);

        Assert.Equal("resolved", (await house.Tickets())[0].Status);
        var owed = Assert.Single(await house.Owed());
        Assert.Equal("nina", owed.Owner.Account);
        Assert.Contains("silence never closes it", owed.Says, StringComparison.Ordinal);
        Assert.DoesNotContain("no resolution", owed.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_incident_whose_resolving_was_undone_is_open_and_nobody_closes_it()
    {
        await using var house = await WatchedHouse.Open();
        house.Severity = "warning";
        await Resolved(house);
        await house.PassDays(0);
        var resolved = (await house.Receipts()).Single(one => one is { Kind: ReceiptKind.Decided, Action: ActionKind.ResolveIncident });

        await house.Answer(resolved.Decision, EventKind.DecisionUndone, resolved.Subject!);
        await house.PassDays(14);

        Assert.Equal("new", (await house.Tickets())[0].Status);
        Assert.DoesNotContain(await house.Receipts(), one => one.Action == ActionKind.CloseTicket);
    }

    /// <summary>An alert fires, becomes an incident, clears, and the incident is resolved.</summary>
    private static async Task Resolved(WatchedHouse house)
    {
        await house.Post(("DiskFull", "mail", true, 0));
        await house.Pass(2);
        await house.Post(("DiskFull", "mail", false, 0));
        await house.Tick();
        await house.Pass(6);
        Assert.Equal("resolved", Assert.Single(await house.Tickets()).Status);
    }

    [Fact]
    public async Task What_fires_again_after_its_incident_was_resolved_gets_another_that_refers_to_it()
    {
        await using var house = await WatchedHouse.Open();
        await house.Post(("DiskFull", "mail", true, 0));
        await house.Tick();
        await house.Post(("DiskFull", "mail", false, 0));
        await house.Tick();
        await house.Pass(6);
        await house.Post(("DiskFull", "mail", true, 6));
        await house.Tick();

        Assert.Equal(["resolved", "new"], (await house.Tickets()).Select(ticket => ticket.Status));
    }

    [Fact]
    public async Task Killed_after_any_step_and_told_everything_twice_it_opens_one()
    {
        await using var house = await WatchedHouse.Open();
        for (var round = 0; round < 3; round++)
        {
            await house.Post(("DiskFull", "mail", true, 0));
            await house.Tick();
            await house.Restart();
            await house.Tick();
        }

        await house.Post(("DiskFull", "mail", false, 0));
        await house.Restart();
        await house.Tick();
        await house.Restart();
        await house.Pass(6);
        await house.Restart();
        await house.Tick();

        Assert.Equal("resolved", Assert.Single(await house.Tickets()).Status);
    }

    [Fact]
    public async Task Without_a_service_or_device_or_below_Auto_a_person_is_asked_and_asked_no_more_when_it_clears()
    {
        await using var house = await WatchedHouse.Open("ApproveFirst");
        await house.Post(("DiskFull", "mail", true, 0));
        await house.Tick();
        await house.Pass(1);

        Assert.Empty(await house.Tickets());
        var decided = Assert.Single(await house.Receipts(), receipt => receipt.Kind == ReceiptKind.Decided);
        Assert.Equal(Verdict.Propose, decided.Verdict);
        Assert.Equal(decided.Decision, Assert.Single(await house.Owed()).Id);

        await house.Post(("DiskFull", "mail", false, 0));
        await house.Pass(1);
        Assert.Empty(await house.Owed());
    }

    [Fact]
    public async Task A_post_with_a_wrong_alert_takes_the_others_and_says_what_is_wrong()
    {
        await using var house = await WatchedHouse.Open();
        var answer = await house.PostBody("""
            {"version":"4","alerts":[{"status":"odd","startsAt":"2026-03-01T12:00:00Z"},
             {"status":"firing","startsAt":"2026-03-01T12:00:00Z","labels":{"alertname":"A","severity":"blue","service":"mail"}}]}
            """);

        Assert.Equal(202, answer.Status);
        var says = System.Text.Encoding.UTF8.GetString(answer.Body.Span);
        Assert.Contains("\"accepted\":1", says, StringComparison.Ordinal);
        Assert.Contains("alerts[0].status", says, StringComparison.Ordinal);
        Assert.Contains("alerts[1].labels.severity", says, StringComparison.Ordinal);
        Assert.Equal(401, (await house.PostBody("{}", "another-token-of-20")).Status);
        Assert.Equal(400, (await house.PostBody("{")).Status);
        Assert.Equal(400, (await house.PostBody("{}")).Status);
    }

    [Fact]
    public async Task A_surge_asks_the_major_incident_manager_and_declares_nothing()
    {
        await using var house = await WatchedHouse.Open();
        await house.Post(Enumerable.Range(0, 20).Select(number => ($"Down{number}", $"service-{number % 6}", true, 0)));
        await house.Tick();

        var owed = Assert.Single(await house.Owed());
        Assert.Equal("mia", owed.Owner.Account);
        Assert.Contains("perhaps a major incident", owed.Says, StringComparison.Ordinal);
        Assert.All(await house.Tickets(), ticket => Assert.Equal("new", ticket.Status));
    }
}
