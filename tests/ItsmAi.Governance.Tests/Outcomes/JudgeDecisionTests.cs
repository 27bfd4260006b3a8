using System.Globalization;
using ItsmAi.Governance.Outcomes;

namespace ItsmAi.Governance.Tests.Outcomes;

public sealed class JudgeDecisionTests
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    public static TheoryData<string, string, string, string, string, string, string> Cases()
    {
        var data = new TheoryData<string, string, string, string, string, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "judgements.csv")).Skip(1))
        {
            var cells = line.Split(',');
            data.Add(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_resolving_team_is_the_truth(
        string acted, string story, string right, string overridden, string bounces, string minutes, string why)
    {
        var decision = Decision(acted == "acted") with { Observations = [.. Read(story)] };

        var judgement = JudgeDecision.Of(decision, Week);

        Assert.True(
            right == (judgement.FirstTimeRight?.ToString(CultureInfo.InvariantCulture).ToLowerInvariant() ?? "open")
            && overridden == (judgement.IsOverridden ? "yes" : "no")
            && int.Parse(bounces, CultureInfo.InvariantCulture) == judgement.Bounces
            && double.Parse(minutes, CultureInfo.InvariantCulture) == judgement.MinutesLost,
            $"{why}: {judgement}");
    }

    [Fact]
    public void The_last_word_is_the_signal_and_without_one_the_decision_is()
    {
        var decision = Decision(acted: true);

        Assert.Equal(Some.Time, JudgeDecision.Of(decision, Week).SignalAt);
        var told = decision with { Observations = [.. Read("90 resolved Network; 60 moved Network")] };
        Assert.Equal(Some.Time.AddMinutes(90), JudgeDecision.Of(told, Week).SignalAt);
    }

    [Fact]
    public void Where_no_category_was_suggested_none_is_overridden()
    {
        var decision = Decision(acted: true) with { Category = null, Observations = [.. Read("60 category wifi")] };

        Assert.False(JudgeDecision.Of(decision, Week).IsOverridden);
    }

    [Fact]
    public void What_overrides_is_named_in_the_order_that_it_happened()
    {
        var decision = Decision(acted: true) with
        {
            Observations = [.. Read("50 disputed; 40 undone; 30 moved Identity; 20 category wifi; 10 category mail")],
        };

        Assert.Equal(["e3", "e2", "e1", "e0"], JudgeDecision.Of(decision, Week).Overrides.Select(one => one.Event));
    }

    [Fact]
    public void The_order_of_telling_and_repetition_change_nothing()
    {
        var random = new Random(11);
        for (var run = 0; run < 10_000; run++)
        {
            var told = Enumerable.Range(0, random.Next(1, 7)).Select(number => Random(random, number)).ToList();
            var decision = Decision(random.Next(2) == 0);
            var straight = told.Aggregate(decision, (one, word) => one.With(word));
            var shuffled = told.Concat(told).OrderBy(_ => random.Next()).Aggregate(decision, (one, word) => one.With(word));

            var (first, second) = (JudgeDecision.Of(straight, Week), JudgeDecision.Of(shuffled, Week));

            Assert.Equal(first with { Overrides = [] }, second with { Overrides = [] });
            Assert.Equal(first.Overrides, second.Overrides);
        }
    }

    private static Observation Random(Random random, int number)
    {
        string[] teams = ["Network", "Identity", "Hardware"];
        var kind = (OutcomeKind)random.Next(Enum.GetValues<OutcomeKind>().Length);
        var field = kind is OutcomeKind.Accepted or OutcomeKind.Overridden or OutcomeKind.Bounced ? "team" : null;
        return new Observation(
            $"e{number}", kind, Some.Time.AddHours(random.Next(0, 400)), field,
            kind is OutcomeKind.Undone or OutcomeKind.Disputed or OutcomeKind.Reopened ? null : teams[random.Next(3)], $"p{random.Next(3)}");
    }

    private static TrackedDecision Decision(bool acted) => new()
    {
        Decision = "1-abc", DecidedAt = Some.Time, Team = "Network", Category = "vpn", Acted = acted,
    };

    /// <summary>Words such as <c>60 moved Identity; 90 resolved Identity</c>: minutes, what, where to.</summary>
    private static IEnumerable<Observation> Read(string story)
    {
        foreach (var (word, number) in story.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select((word, number) => (word, number)))
        {
            var parts = word.Split(' ');
            var at = Some.Time.AddMinutes(int.Parse(parts[0], CultureInfo.InvariantCulture));
            var to = parts.Length > 2 ? parts[2] : null;
            yield return parts[1] switch
            {
                "moved" => new Observation($"e{number}", OutcomeKind.Overridden, at, "team", to, "ana"),
                "category" => new Observation($"e{number}", OutcomeKind.Overridden, at, "category", to, "ana"),
                "resolved" => new Observation($"e{number}", OutcomeKind.Resolved, at, null, to, "ben"),
                "reopened" => new Observation($"e{number}", OutcomeKind.Reopened, at, null, null, "kim"),
                "undone" => new Observation($"e{number}", OutcomeKind.Undone, at, null, null, "ana"),
                "disputed" => new Observation($"e{number}", OutcomeKind.Disputed, at, null, null, "kim"),
                "rejected" => new Observation($"e{number}", OutcomeKind.Overridden, at, null, null, "ana"),
                _ => throw new FormatException(word),
            };
        }
    }
}
