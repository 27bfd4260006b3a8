using System.Globalization;
using System.Text;
using System.Text.Json;
using ItsmAi.Changes.Requests;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Tests.Reactions.Changes;

namespace ItsmAi.Hosting.Tests.Reactions.Signals;

public sealed class PushedSignalTests
{
    [Fact]
    public async Task What_is_pushed_becomes_a_scheduled_change_as_what_is_pulled_does()
    {
        await using var house = await ForeseenHouse.OpenPushed();
        var now = house.Clock.GetUtcNow();

        // Seven days at a quarter of a percent an hour: 95 is reached 60 hours from now.
        Accepted(await house.Push(Lines(now, hours: 168, at => 80 + (at * 0.25))), 169, 0, 0);
        await house.Tick();

        var one = await house.Case("srv-p");
        Assert.Equal(ChangeState.Scheduled, one.Change.State);
        Assert.InRange(one.Change.FailsAt, now.AddHours(54), now.AddHours(66));
        Assert.Contains("80", Assert.Single(await house.Tickets()).Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_again_it_changes_nothing_and_another_value_for_a_known_time_is_refused_by_its_line()
    {
        await using var house = await ForeseenHouse.OpenPushed();
        var now = house.Clock.GetUtcNow();
        var lines = Lines(now, hours: 30, at => 40 + at);
        Accepted(await house.Push(lines), 31, 0, 0);

        Accepted(await house.Push(lines), 0, 31, 0);
        await house.Restart();
        Accepted(await house.Push(Line(now, 99) + "\n" + Line(now.AddMinutes(-5), 40)), 1, 0, 1, "line 1: value: 99 is another than was told first");
        Accepted(await house.Push(Line(now.AddMinutes(-5), 40)), 0, 1, 0);
    }

    [Fact]
    public async Task A_series_that_changes_its_unit_is_named_not_taken_and_its_owners_to_mend()
    {
        await using var house = await ForeseenHouse.OpenPushed();
        var now = house.Clock.GetUtcNow();
        Accepted(await house.Push(Lines(now.AddHours(-1), hours: 30, _ => 40)), 31, 0, 0);

        var answer = await house.Push(Line(now, 0.4, "ratio") + "\n" + Line(now.AddMinutes(-5), 41, "percent"));

        Accepted(answer, 1, 0, 1, "unit: \"ratio\" is not accepted; use percent");
        var owed = Assert.Single(await house.Owed());
        Assert.Equal("olga", owed.Owner.Account);
        Assert.Contains("another unit than percent", owed.Says, StringComparison.Ordinal);
        await house.Push(Line(now, 0.4, "ratio"));
        Assert.Single(await house.Owed());
    }

    [Fact]
    public async Task A_limit_on_the_wrong_side_is_doubted_and_no_change_is_made_of_it()
    {
        await using var house = await ForeseenHouse.OpenPushed();
        await house.Push(Lines(house.Clock.GetUtcNow(), hours: 49, at => 97 + (at * 0.01)));

        await house.Tick();
        await house.Push(Line(house.Clock.GetUtcNow().AddMinutes(5), 97));
        await house.Pass(TimeSpan.FromMinutes(5));

        Assert.Empty(await house.Cases());
        Assert.Contains("limit stands on the wrong side", Assert.Single(await house.Owed()).Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_within_its_limit_a_breach_is_a_breach()
    {
        await using var house = await ForeseenHouse.OpenPushed();
        await house.Push(Lines(house.Clock.GetUtcNow(), hours: 72, at => at < -71 ? 90 : 97));

        await house.Tick();

        Assert.Empty(await house.Owed());
    }

    [Fact]
    public async Task What_stops_coming_is_its_owners_to_look_after()
    {
        await using var house = await ForeseenHouse.OpenPushed();
        await house.Push(Lines(house.Clock.GetUtcNow(), hours: 30, _ => 40));
        await house.Tick();
        Assert.Empty(await house.Owed());

        await house.Pass(TimeSpan.FromHours(2));

        Assert.Contains("the last value is of", Assert.Single(await house.Owed()).Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_store_is_away_it_is_503_and_sent_again_nothing_is_lost()
    {
        await using var house = await ForeseenHouse.OpenPushed();
        var lines = Lines(house.Clock.GetUtcNow(), hours: 30, at => 40 + at);
        house.Store.IsAway = true;

        var answer = await house.Push(lines);

        Assert.Equal((503, "5"), (answer.Status, answer.Headers["Retry-After"]));
        house.Store.IsAway = false;
        Accepted(await house.Push(lines), 31, 0, 0);
    }

    [Fact]
    public async Task Who_is_not_known_or_bears_another_token_is_refused_and_a_body_of_nothing_but_faults_is_400()
    {
        await using var house = await ForeseenHouse.OpenPushed();
        var line = Line(house.Clock.GetUtcNow(), 40);

        Assert.Equal(404, (await house.Push(line, source: "stranger")).Status);
        Assert.Equal(401, (await house.Push(line, token: "another-token-0123456789")).Status);
        Assert.Equal(400, (await house.Push("nonsense")).Status);
        Accepted(await house.Push(""), 0, 0, 0);
    }

    private static void Accepted(WebAnswer answer, int accepted, int duplicates, int refused, string? problem = null)
    {
        Assert.Equal(202, answer.Status);
        using var told = JsonDocument.Parse(answer.Body);
        int Of(string name) => told.RootElement.GetProperty(name).GetInt32();
        Assert.Equal((accepted, duplicates, refused), (Of("accepted"), Of("duplicates"), Of("refused")));
        if (problem is not null)
            Assert.Contains(told.RootElement.GetProperty("problems").EnumerateArray(), one => one.GetString()!.Contains(problem, StringComparison.Ordinal));
    }

    /// <summary>One line an hour, the oldest last.</summary>
    private static string Lines(DateTimeOffset now, int hours, Func<double, double> value)
    {
        var lines = new StringBuilder();
        for (var at = 0; at >= -hours; at--) lines.AppendLine(Line(now.AddHours(at), value(at)));
        return lines.ToString();
    }

    private static string Line(DateTimeOffset at, double value, string? unit = null) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"series":"disk-srv-p","at":"{{at:yyyy-MM-ddTHH:mm:ssZ}}","value":{{value}}{{(unit is null ? "" : $",\"unit\":\"{unit}\"")}}}""");
}
