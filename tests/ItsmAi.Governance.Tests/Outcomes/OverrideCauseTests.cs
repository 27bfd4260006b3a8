using System.Globalization;
using ItsmAi.Governance.Outcomes;

namespace ItsmAi.Governance.Tests.Outcomes;

public sealed class OverrideCauseTests
{
    public static TheoryData<string[]> Rows() =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "override-causes.csv")).Skip(1)
            .Select(line => line.Split('|')),
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Overrides_have_the_cause_that_the_table_says(string[] cells)
    {
        var judged = cells[0].Split("; ").Select(word => word.Split(' '))
            .SelectMany(word => Enumerable.Repeat(word, int.Parse(word[0], CultureInfo.InvariantCulture)))
            .Select((word, number) => Judged(word[1], word.ElementAtOrDefault(2), number, int.Parse(cells[1], CultureInfo.InvariantCulture)))
            .ToList();

        var finding = OverrideAutopsy.Examine(judged, label => label == "zero-trust");

        Assert.True(cells[2] == (finding?.Cause.ToString() ?? "none"), $"{cells[4]}: {finding}");
        Assert.Equal(cells[3], finding?.To ?? "");
        if (finding is not null) Assert.Equal(judged.Count(one => one.Judgement.IsOverridden), finding.Evidence.Count);
    }

    private static JudgedDecision Judged(string word, string? to, int number, int completeness)
    {
        var at = Some.Time.AddHours(number);
        var agent = $"agent{number % 4}";
        var decision = new TrackedDecision
        {
            Decision = $"1-{number:000}", DecidedAt = at, Team = "Network", Category = "vpn", Completeness = completeness,
            Observations = word switch
            {
                "team" => [new($"e{number}", OutcomeKind.Overridden, at, "team", to, agent)],
                "team-undone" =>
                [
                    new($"e{number}", OutcomeKind.Overridden, at, "team", to, agent),
                    new($"u{number}", OutcomeKind.Undone, at.AddMinutes(1), null, null, agent),
                ],
                "category" => [new($"e{number}", OutcomeKind.Overridden, at, "category", to, agent)],
                "anas" => [new($"e{number}", OutcomeKind.Overridden, at, "team", to, "ana")],
                "anas-category" => [new($"e{number}", OutcomeKind.Overridden, at, "category", to, "ana")],
                "stand" => [new($"e{number}", OutcomeKind.Resolved, at, null, "Network", agent)],
                "resolved-by-ana" => [new($"e{number}", OutcomeKind.Resolved, at, null, "Network", "ana")],
                _ => [],
            },
        };
        return new JudgedDecision(decision, JudgeDecision.Of(decision, TimeSpan.FromDays(7)));
    }
}
