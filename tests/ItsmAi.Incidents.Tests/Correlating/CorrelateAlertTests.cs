using ItsmAi.Desk.Alerts;
using ItsmAi.Incidents.Correlating;

namespace ItsmAi.Incidents.Tests.Correlating;

public sealed class CorrelateAlertTests
{
    [Fact]
    public void A_duplicate_counts_up_and_changes_nothing_else()
    {
        var first = Alerts.Play(Alerts.Rules, (0, Alerts.Firing("db", 0)));
        var again = Alerts.Play(Alerts.Rules, (0, Alerts.Firing("db", 0)), (1, Alerts.Firing("db", 0)));

        Assert.IsType<Correlated.Repeated>(again.What);
        Assert.Equal(1, again.What.Line.Duplicates);
        Assert.Equal(first.What.Line.Episodes, again.What.Line.Episodes);
        Assert.Single(again.State.Groups);
    }

    [Fact]
    public void A_service_joins_what_it_needs_and_the_line_says_the_edge()
    {
        var step = Alerts.Play(Alerts.Rules, (0, Alerts.Firing("db", 0)), (1, Alerts.Firing("cart", 1)));

        Assert.IsType<Correlated.Joined>(step.What);
        Assert.Contains("cart needs db", step.What.Line.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void What_comes_first_is_joined_by_the_cause_that_comes_later()
    {
        var step = Alerts.Play(Alerts.Rules, (0, Alerts.Firing("cart", 0)), (0.5, Alerts.Firing("pay", 0.5)), (2, Alerts.Firing("db", 2)));

        Assert.Equal(3, Assert.Single(step.State.Groups).Lines.Count);
        Assert.Single(step.Absorbed);
    }

    [Fact]
    public void Services_without_a_way_between_them_stay_apart() =>
        Assert.Equal(2, Alerts.Play(Alerts.Rules, (0, Alerts.Firing("db", 0)), (1, Alerts.Firing("lone", 1))).State.Groups.Count);

    [Fact]
    public void A_need_that_says_nothing_joins_the_two_that_share_it_when_they_settle()
    {
        var step = Alerts.Play(
            Alerts.Rules, (0, Alerts.Firing("cart", 0)), (1, Alerts.Firing("pay", 1)), (12, Alerts.Firing("far", 12)));

        Assert.Contains(step.Absorbed, absorbed => absorbed.Because.Contains("both need db", StringComparison.Ordinal));
    }

    [Fact]
    public void A_clearing_before_its_firing_is_kept_and_named_and_never_opens()
    {
        var step = Alerts.Play(Alerts.Rules, (0, Alerts.Resolved("db", -1, 0)), (1, Alerts.Firing("db", -1)));

        Assert.Contains(AlertFinding.ResolvedBeforeFired, step.What.Line.Findings);
        Assert.False(step.What.Line.IsOpen);
    }

    [Theory]
    [InlineData(60, AlertFinding.ClockAhead)]
    [InlineData(-600, AlertFinding.ClockBehind)]
    public void A_wrong_clock_is_named_and_the_arrival_counts(double startMinute, AlertFinding finding)
    {
        var step = Alerts.Play(Alerts.Rules, (0, Alerts.Firing("db", 0)), (1, Alerts.Firing("cart", startMinute)));

        Assert.Contains(finding, step.What.Line.Findings);
        Assert.IsType<Correlated.Joined>(step.What);
        Assert.Equal(Alerts.Start.AddMinutes(1), step.What.Line.Since);
    }

    [Fact]
    public void Three_starts_in_twenty_minutes_are_one_line_that_stays_open()
    {
        var step = Alerts.Play(
            Alerts.Rules,
            (0, Alerts.Firing("db", 0)), (2, Alerts.Resolved("db", 0, 2)), (4, Alerts.Firing("db", 4)),
            (6, Alerts.Resolved("db", 4, 6)), (8, Alerts.Firing("db", 8)), (10, Alerts.Resolved("db", 8, 10)));

        var line = Assert.Single(Assert.Single(step.State.Groups).Lines);
        Assert.True(line is { IsFlapping: true, IsOpen: true, Episodes: 3, Status: AlertStatus.Resolved });
    }

    [Fact]
    public void Flapping_that_stays_quiet_calms()
    {
        var step = Alerts.Play(
            Alerts.Rules,
            (0, Alerts.Firing("db", 0)), (2, Alerts.Resolved("db", 0, 2)), (4, Alerts.Firing("db", 4)),
            (6, Alerts.Resolved("db", 4, 6)), (8, Alerts.Firing("db", 8)), (10, Alerts.Resolved("db", 8, 10)));
        var passed = LetTimePass.Until(step.State, Alerts.Start.AddMinutes(24), Alerts.Rules);

        Assert.DoesNotContain(passed.State.Groups.Concat(passed.AgedOut), group => group.Lines.Any(line => line.IsOpen));
    }

    [Fact]
    public void Maintenance_keeps_the_alert_and_says_who_declared_it_and_ends_with_its_window()
    {
        var window = new MaintenanceWindow
        {
            From = Alerts.Start, To = Alerts.Start.AddMinutes(30), DeclaredBy = "mira", Service = "db",
        };
        var line = Alerts.Play(Alerts.Rules with { Maintenance = [window] }, (1, Alerts.Firing("db", 1))).What.Line;

        Assert.Equal("mira", line.Suppression!.DeclaredBy);
        Assert.False(line.Counts(Alerts.Start.AddMinutes(29)));
        Assert.True(line.Counts(Alerts.Start.AddMinutes(30)));
    }

    [Fact]
    public void A_window_that_names_nothing_covers_nothing() => Assert.False(
        new MaintenanceWindow { From = Alerts.Start, To = Alerts.Start.AddHours(1), DeclaredBy = "mira" }
            .Covers(Alerts.Firing("db", 1), Alerts.Start.AddMinutes(1)));

    [Theory]
    [InlineData(14, 1)]
    [InlineData(16.1, 2)]
    public void A_fingerprint_returns_to_its_group_within_fifteen_minutes_only(double later, int groups)
    {
        var first = Alerts.Play(Alerts.Rules, (0, Alerts.Firing("db", 0)), (5, Alerts.Resolved("db", 0, 5)));
        var next = CorrelateAlert.Step(first.State, Alerts.Firing("db", 5 + later), Alerts.Start.AddMinutes(5 + later), Alerts.Rules);

        Assert.Equal(groups == 1, next.What.Group.Id == first.What.Group.Id);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_000)]
    public void Any_number_of_labels_leaves_the_line_small(int labels)
    {
        var alert = Alerts.Firing("db", 0) with
        {
            Service = null,
            Labels = Enumerable.Range(0, labels).ToDictionary(number => $"label{number}", _ => new string('x', 500), StringComparer.Ordinal),
        };
        var step = Alerts.Play(Alerts.Rules, (0, alert));

        Assert.True(CorrelationJson.Write(step.What.Group).Length < 2_000);
    }

    [Fact]
    public void Alerts_without_a_service_join_by_a_label_that_both_say()
    {
        Alert Bare(string name) => Alerts.Firing("db", 0, name) with
        {
            Fingerprint = name, Service = null, Labels = new Dictionary<string, string>(StringComparer.Ordinal) { ["pod"] = "web-1" },
        };
        var step = Alerts.Play(Alerts.Rules, (0, Bare("A")), (1, Bare("B")));

        Assert.Contains("pod=web-1", step.What.Line.Because, StringComparison.Ordinal);
    }
}
