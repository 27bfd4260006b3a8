using ItsmAi.Changes.Catalogue;
using ItsmAi.Changes.Paths;
using ItsmAi.Changes.Standing;
using ItsmAi.Desk.Changes;

namespace ItsmAi.Changes.Tests.Paths;

public sealed class ChoosePathTests
{
    public static TheoryData<PathFacts, ChangePath, string> Cases()
    {
        var data = new TheoryData<PathFacts, ChangePath, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "paths.csv")).Skip(1))
        {
            var cells = line.Split(',');
            var facts = new PathFacts(
                Enum.Parse<ChangeRisk>(cells[0]), Enum.Parse<ModelFit>(cells[1]), cells[2] == "yes", cells[3] == "yes", Enum.Parse<TimeLeft>(cells[4]));
            data.Add(facts, Enum.Parse<ChangePath>(cells[5]), cells[6]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_path_is_that_of_the_table(PathFacts facts, ChangePath path, string why)
    {
        var choice = ChoosePath.Of(facts);

        Assert.True(path == choice.Path, $"{why}: {choice.Path}");
        Assert.NotEmpty(choice.Because);
        Assert.Equal(ApproverRoles.Of(path), choice.ApproverRoles);
    }

    [Fact]
    public void Only_a_standard_change_needs_no_approver() =>
        Assert.All(Enum.GetValues<ChangePath>(), path => Assert.Equal(path == ChangePath.Standard, ApproverRoles.Of(path).Count == 0));

    [Fact]
    public void A_risk_is_the_sum_of_what_it_says()
    {
        ChangeResult[] history = [.. Enumerable.Range(1, 12).Select(day => new ChangeResult($"c{day}", "m", Some.At(day, 0)) { HasFailed = day is 1 or 12 })];

        var score = ScoreRisk.Of(new RiskFacts(ChangeRisk.Medium, Criticality.High, history, 3));

        Assert.Equal((79, ChangeRisk.High), (score.Points, score.Risk));
        Assert.Equal(
            [
                "30: the model's risk is Medium", "4: 1 of the last 10 failed or caused an incident",
                "25: the item's criticality is High", "20: 3 other changes on the item or above it at about that time",
            ],
            score.Because);
    }

    [Fact]
    public void A_risk_never_falls_by_worse_evidence()
    {
        var random = new Random(5);
        for (var run = 0; run < 2_000; run++)
        {
            var history = Enumerable.Range(0, random.Next(12)).Select(number => new ChangeResult($"{number}", "m", Some.Monday)).ToList();
            var facts = new RiskFacts((ChangeRisk)random.Next(2), (Criticality)random.Next(2), history, random.Next(3));
            var points = ScoreRisk.Of(facts).Points;

            Assert.True(ScoreRisk.Of(facts with { Model = facts.Model + 1 }).Points >= points);
            Assert.True(ScoreRisk.Of(facts with { Criticality = facts.Criticality + 1 }).Points >= points);
            Assert.True(ScoreRisk.Of(facts with { Collisions = facts.Collisions + 1 }).Points >= points);
            Assert.True(ScoreRisk.Of(facts with { History = [.. history.Select(one => one with { HasFailed = true })] }).Points >= points);
        }
    }
}
