using System.Text.Json;
using ItsmAi.Connectors.Policies;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Connectors.Tests.Policies;

public sealed class PolicyFileTests
{
    public static TheoryData<string, int, int, string> Problems()
    {
        var data = new TheoryData<string, int, int, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "policy-problems.csv")).Skip(1))
        {
            var cells = line.Split('|');
            data.Add(cells[0].Replace('¶', '\n'), int.Parse(cells[1]), int.Parse(cells[2]), cells[3]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Problems))]
    public void A_problem_names_the_line_the_column_and_the_field(string text, int line, int column, string says)
    {
        var (policy, problem) = PolicyFile.Read(text);

        Assert.Null(policy);
        Assert.Contains(says, problem!.Says, StringComparison.Ordinal);
        Assert.Equal((line, column), (problem.Line, problem.Column));
    }

    [Fact]
    public void A_calendar_and_the_times_that_people_have_are_read()
    {
        var (policy, problem) = PolicyFile.Read(
            """
            version: 1
            owner: kim
            decideWithin: 8h
            calendar: { zone: Europe/Berlin, days: [Mon, tue, Wednesday, Thu, Fri], from: "08:00", to: "18:00", holidays: [2026-12-25] }
            obligations: { acknowledgeWithin: 1d, disposeWithin: 5d, escalateEvery: 4h, deliveryTries: 3 }
            """);

        Assert.Null(problem);
        Assert.Equal(TimeSpan.FromHours(10), policy!.Calendar.DayLength);
        Assert.Equal(5, policy.Calendar.Days.Count);

        // Eight working hours from the 24th at 16:00 in Berlin: two that day, none on the 25th and the weekend.
        Assert.Equal(
            new DateTimeOffset(2026, 12, 28, 13, 0, 0, TimeSpan.Zero),
            policy.DecideBy(new DateTimeOffset(2026, 12, 24, 15, 0, 0, TimeSpan.Zero)));
        Assert.Equal((TimeSpan.FromDays(5), TimeSpan.FromHours(4), 3), (
            policy.Obligations.DisposeWithin, policy.Obligations.EscalateEvery, policy.Obligations.DeliveryTries));
        Assert.Equal(TimeSpan.FromDays(1), policy.Obligations.RemindBefore);
    }

    [Fact]
    public void A_whole_policy_is_read_as_it_stands()
    {
        var (policy, problem) = PolicyFile.Read(
            """
            version: 1
            owner: kim
            decideWithin: 2d
            actsPerTicketAndHour: 3
            rules:
              - name: known
                action: route
                classes: [vpn, wifi]
                teams: [Network]
                when: { confidenceAtLeast: 0.9, completenessAtLeast: 60, vip: false, priorities: [P3, p4] }
                level: auto
                because: it is known
            """);

        Assert.Null(problem);
        Assert.Equal((new Person("kim"), TimeSpan.FromDays(2), 3), (policy!.Owner, policy.DecideWithin, policy.ActsPerTicketAndHour));
        var rule = Assert.Single(policy.Rules);
        Assert.Equal((ActionKind.Route, AutonomyLevel.Auto), (rule.Action!.Value, rule.Level));
        Assert.Equal(["vpn", "wifi"], rule.Classes);
        Assert.Equal([Priority.P3, Priority.P4], rule.When.Priorities);
    }

    [Fact]
    public void The_version_is_that_of_the_text_whatever_its_line_ends()
    {
        const string Text = "version: 1\nowner: kim\n";

        Assert.Equal(PolicyFile.Read(Text).Policy!.Version, PolicyFile.Read(Text.Replace("\n", "\r\n", StringComparison.Ordinal)).Policy!.Version);
        Assert.NotEqual(PolicyFile.Read(Text).Policy!.Version, PolicyFile.Read(Text + "# changed\n").Policy!.Version);
    }

    [Fact]
    public void The_policy_that_ships_is_one() =>
        Assert.Null(PolicyFile.Read(File.ReadAllText(Shipped("policy.yaml"))).Problem);

    [Fact]
    public void The_schema_knows_the_words_that_the_reader_knows()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Shipped("policy.schema.json")));
        var rule = schema.RootElement.GetProperty("$defs").GetProperty("rule").GetProperty("properties");

        Assert.Equal(Enum.GetNames<ActionKind>(), Words(rule.GetProperty("action").GetProperty("enum")));
        Assert.Equal(Enum.GetNames<AutonomyLevel>(), Words(rule.GetProperty("level").GetProperty("enum")));
        foreach (var field in schema.RootElement.GetProperty("properties").EnumerateObject())
        {
            Assert.Contains(field.Name, PolicyFile.Read("version: 1\nowner: k\nx: y").Problem!.Says, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> Words(JsonElement list) => list.EnumerateArray().Select(word => word.GetString()!);

    private static string Shipped(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ItsmAi.sln"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "policy", name);
    }
}
