using System.Globalization;
using ItsmAi.Desk.Alerts;
using ItsmAi.Incidents.Alerting;
using ItsmAi.Incidents.Correlating;
using ItsmAi.Incidents.Tests.Correlating;

namespace ItsmAi.Incidents.Tests.Alerting;

public sealed class JudgeGroupTests
{
    [Theory]
    [MemberData(nameof(Rows), "incident-worth.csv")]
    public void A_group_is_worth_an_incident_as_the_table_says(string line)
    {
        var row = line.Split(',');
        var facts = new GroupFacts
        {
            Counting = int.Parse(row[0]),
            Open = int.Parse(row[1]),
            Flapping = int.Parse(row[2]),
            Suppressed = int.Parse(row[3]),
            Severity = Enum.Parse<AlertSeverity>(row[4]),
            IsServiceKnown = bool.Parse(row[5]),
            Age = TimeSpan.FromMinutes(double.Parse(row[6], CultureInfo.InvariantCulture)),
        };

        Assert.Equal(row[7], JudgeWorth.Of(facts, new CandidateRules()).GetType().Name);
    }

    [Theory]
    [MemberData(nameof(Rows), "incident-course.csv")]
    public void An_incident_goes_on_as_the_table_says(string line)
    {
        var row = line.Split(',');
        var facts = new GroupFacts
        {
            Counting = int.Parse(row[0]),
            Open = int.Parse(row[1]),
            ClearFor = row[2].Length == 0 ? null : TimeSpan.FromMinutes(double.Parse(row[2], CultureInfo.InvariantCulture)),
        };

        Assert.Equal(row[4], JudgeCourse.Of(facts, bool.Parse(row[3]), new CandidateRules()).GetType().Name);
    }

    [Fact]
    public void One_alert_that_still_fires_keeps_the_incident_open()
    {
        var step = Alerts.Play(
            Alerts.Rules, (0, Alerts.Firing("db", 0)), (1, Alerts.Firing("cart", 1)), (2, Alerts.Resolved("db", 0, 2)));
        var facts = GroupFacts.Of(Assert.Single(step.State.Groups), Alerts.Graph, Alerts.Start.AddHours(1));

        Assert.IsType<IncidentCourse.Update>(JudgeCourse.Of(facts, false, new CandidateRules()));
    }

    [Fact]
    public void Fifteen_alerts_over_five_services_are_a_candidate_and_fourteen_are_not()
    {
        string[] services = ["shop", "cart", "pay", "lone", "far"];
        Assert.IsType<MajorIncidentAnswer.Candidate>(Surge(services, 15));
        Assert.IsType<MajorIncidentAnswer.None>(Surge(services, 14));
        Assert.IsType<MajorIncidentAnswer.None>(Surge(services[1..], 15));
    }

    [Fact]
    public void A_candidate_that_nobody_took_up_escalates_after_fifteen_minutes()
    {
        var candidate = (MajorIncidentAnswer.Candidate)Surge(["shop", "cart", "pay", "lone", "far"], 15);

        Assert.False(JudgeSurge.Escalates(candidate, false, Alerts.Start.AddMinutes(15.9)));
        Assert.True(JudgeSurge.Escalates(candidate, false, Alerts.Start.AddMinutes(16)));
        Assert.False(JudgeSurge.Escalates(candidate, true, Alerts.Start.AddMinutes(16)));
    }

    [Fact]
    public void A_note_is_bounded_and_strips_what_alerts_would_have_it_do()
    {
        var random = new Random(5);
        for (var round = 0; round < 50; round++)
        {
            var text = new string([.. Enumerable.Range(0, 3_000).Select(_ => (char)random.Next(1, 0x2fff))]) + "<script>@[x](http://y)\u202e\n";
            var group = Alerts.Play(
                Alerts.Rules,
                [.. Enumerable.Range(0, 60).Select(number => (0.0, Alerts.Firing("db", 0, $"{number}{text}")))]).State.Groups[0];
            var note = WriteGroupNote.Text(group, Alerts.Graph, Alerts.Start.AddMinutes(1));

            Assert.InRange(note.Length, 1, WriteGroupNote.Longest);
            Assert.InRange(WriteGroupNote.Title(group, Alerts.Graph, Alerts.Start.AddMinutes(1)).Length, 1, 120);
            Assert.DoesNotContain('<', note);
            Assert.DoesNotContain('\u202e', note);
        }
    }

    [Fact]
    public void The_cause_is_suspected_and_is_what_the_others_need()
    {
        var group = Alerts.Play(
            Alerts.Rules, (0, Alerts.Firing("cart", 0)), (1, Alerts.Firing("db", 1)), (2, Alerts.Firing("shop", 2))).State.Groups[0];

        Assert.Equal("db", SuspectedRoot.Of(group, Alerts.Graph, Alerts.Start.AddMinutes(3))!.Service);
        Assert.Contains("Suspected cause, not proven: db", WriteGroupNote.Text(group, Alerts.Graph, Alerts.Start.AddMinutes(3)), StringComparison.Ordinal);
    }

    public static TheoryData<string> Rows(string file) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", file)).Skip(1)];

    private static MajorIncidentAnswer Surge(string[] services, int episodes)
    {
        var groups = Alerts.Play(
            new CorrelationRules(),
            [.. Enumerable.Range(0, episodes).Select(number => (0.0, Alerts.Firing(services[number % services.Length], 0, $"N{number}")))]).State.Groups;
        return JudgeSurge.Of(groups, new CorrelationRules().Graph, Alerts.Start.AddMinutes(1), new CandidateRules());
    }
}
