using System.Globalization;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Classes;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Policy;

namespace ItsmAi.Governance.Tests.Autonomy;

public sealed class AutonomyLadderTests
{
    private static readonly AutonomySettings Settings = new();

    public static TheoryData<string[]> Promotions() => Rows("promotions.csv");

    public static TheoryData<string[]> Falls() => Rows("falls.csv");

    [Theory]
    [MemberData(nameof(Promotions))]
    public void One_rung_more_takes_what_the_table_says(string[] cells)
    {
        var record = Story.Record(cells[1], Enum.Parse<AutonomyLevel>(cells[2]));

        var answer = AutonomyLadder.Promotion(record, Enum.Parse<AutonomyLevel>(cells[0]), Settings, Story.End(record.Decisions.Count));

        var says = answer is PromotionAnswer.Borne borne ? borne.To.ToString() : ((PromotionAnswer.NotBorne)answer).Says;
        Assert.True(cells[3] == says, $"{cells[4]}: {says}");
    }

    [Theory]
    [MemberData(nameof(Falls))]
    public void A_level_falls_for_what_the_table_says(string[] cells)
    {
        var fall = AutonomyLadder.Fall(Story.Record(cells[0]), AutonomyLevel.Auto, Settings, OverrideAutopsy.IsOnesTaste);

        Assert.True(cells[1] == (fall?.Because ?? ""), $"{cells[3]}: {fall?.Because}");
        Assert.Equal(int.Parse(cells[2], CultureInfo.InvariantCulture), fall?.Evidence.Count ?? 0);
    }

    [Fact]
    public void The_bound_itself_is_enough_to_rise_and_not_too_little_to_hold()
    {
        var record = Story.Record("18 right; 2 wrong");
        var bound = MeasuredShare.Count(18, 20).Lower;
        var exact = Settings with { RungLowerBound = bound, DemoteBelow = bound };

        var borne = Assert.IsType<PromotionAnswer.Borne>(
            AutonomyLadder.Promotion(record, AutonomyLevel.Suggest, exact, Story.End(20)));

        Assert.Equal((18, 20, 20), (borne.Measured.Right, borne.Measured.Of, borne.Evidence.Count));
        Assert.Null(AutonomyLadder.Fall(record, AutonomyLevel.Auto, exact, _ => false));
    }

    [Fact]
    public void Outcomes_count_as_long_as_the_window_reaches_back()
    {
        var record = Story.Record("20 right");
        var oldest = Some.Time.AddMinutes(1);

        Assert.IsType<PromotionAnswer.Borne>(
            AutonomyLadder.Promotion(record, AutonomyLevel.Suggest, Settings, oldest + Settings.Window - TimeSpan.FromTicks(1)));
        Assert.IsType<PromotionAnswer.NotBorne>(
            AutonomyLadder.Promotion(record, AutonomyLevel.Suggest, Settings, oldest + Settings.Window + TimeSpan.FromTicks(1)));
    }

    [Fact]
    public void After_a_demotion_only_later_decisions_are_evidence_and_a_grave_act_costs_once()
    {
        var record = Story.Record("1 grave-wrong; 5 recategorised; 20 right");
        var since = record with { EvidenceFrom = record.Decisions[5].DecidedAt, Answered = [record.Decisions[0].Decision] };

        Assert.Equal(20, AutonomyLadder.Judged(since, Settings, AutonomyLevel.Auto).Count);
        Assert.Null(AutonomyLadder.Fall(since, AutonomyLevel.Auto, Settings, OverrideAutopsy.IsOnesTaste));
    }

    [Fact]
    public void A_rate_that_falls_shows_its_measure()
    {
        var fall = AutonomyLadder.Fall(Story.Record("15 right; 5 wrong"), AutonomyLevel.Auto, Settings, OverrideAutopsy.IsOnesTaste);

        Assert.Equal((15, 20), (fall!.Measured!.Right, fall.Measured.Of));
        Assert.Equal(["1-015", "1-016", "1-017", "1-018", "1-019"], fall.Evidence);
    }

    [Fact]
    public void What_counts_last_is_what_was_heard_last_and_not_what_was_decided_last()
    {
        var record = Story.Record("1 right; 1 right; 1 open");
        var late = record.Decisions[0] with
        {
            Observations = [record.Decisions[0].Observations[0] with { At = Some.Time.AddDays(3) }],
        };
        record = record with { Decisions = [late, .. record.Decisions.Skip(1)] };

        Assert.Equal(
            ["1-001", "1-000"], AutonomyLadder.Judged(record, Settings, AutonomyLevel.Auto).Select(one => one.Tracked.Decision));
    }

    [Theory]
    [InlineData(null, null, AutonomyLevel.Suggest)]
    [InlineData(null, AutonomyLevel.Shadow, AutonomyLevel.Shadow)]
    [InlineData(null, AutonomyLevel.Auto, AutonomyLevel.Suggest)]
    [InlineData(AutonomyLevel.Auto, AutonomyLevel.Shadow, AutonomyLevel.Auto)]
    [InlineData(AutonomyLevel.Off, null, AutonomyLevel.Off)]
    public void Until_it_was_changed_a_level_is_the_lower_of_policys_and_classs(
        AutonomyLevel? earned, AutonomyLevel? startsAt, AutonomyLevel expected)
    {
        var one = new TicketClass { Id = "vpn", Label = "vpn", Names = ["vpn"], BornAt = Some.Time, StartsAt = startsAt };

        Assert.Equal(expected, AutonomyLadder.LevelOf(TrackRecord.Empty with { Level = earned }, History.Key, one, Settings));
    }

    private static TheoryData<string[]> Rows(string file) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", file)).Skip(1).Select(line => line.Split('|'))];
}
