using System.Globalization;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Outcomes;

namespace ItsmAi.Governance.Tests.Autonomy;

/// <summary>
/// A record written as words, such as <c>60 right; 5 recategorised</c>: so many decisions, the oldest first, an hour apart,
/// each with what was heard of it a minute later.
/// </summary>
internal static class Story
{
    public static TrackRecord Record(string words, AutonomyLevel ceiling = AutonomyLevel.Auto, double confidence = 0.95)
    {
        var told = words.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Split(' '))
            .SelectMany(word => Enumerable.Repeat(word[1], int.Parse(word[0], CultureInfo.InvariantCulture)));
        return TrackRecord.Empty with
        {
            Decisions = [.. told.Select((word, number) => One(word, number) with { Ceiling = ceiling, Confidence = confidence })],
        };
    }

    /// <summary>When the last word of a story of so many decisions was heard.</summary>
    public static DateTimeOffset End(int decisions) => Some.Time.AddHours(decisions - 1).AddMinutes(1);

    public static IReadOnlyList<JudgedDecision> Judged(string words) =>
        [.. Record(words).Decisions.Select(one => new JudgedDecision(one, JudgeDecision.Of(one, TimeSpan.FromDays(7))))];

    private static TrackedDecision One(string word, int number)
    {
        var at = Some.Time.AddHours(number);
        var decision = new TrackedDecision
        {
            Decision = $"1-{number:000}", DecidedAt = at, Team = "Network", Category = "vpn",
            Acted = word is "grave-right" or "grave-wrong" or "grave-moved" or "acted-moved",
            IsGravest = word is "grave-right" or "grave-wrong" or "grave-moved" or "proposed-gravest-wrong",
        };
        var hand = $"agent{number % 4}";
        Observation Heard(OutcomeKind kind, string? field, string? to, string by) =>
            new($"e{number}-{kind}", kind, at.AddMinutes(1), field, to, by);
        return decision with
        {
            Observations = word switch
            {
                "right" or "grave-right" => [Heard(OutcomeKind.Resolved, null, "Network", "ben")],
                "wrong" or "grave-wrong" or "proposed-gravest-wrong" => [Heard(OutcomeKind.Resolved, null, "Identity", "ben")],
                "moved" or "acted-moved" or "grave-moved" => [Heard(OutcomeKind.Overridden, "team", "Identity", hand)],
                "recategorised" =>
                    [Heard(OutcomeKind.Overridden, "category", "wifi", hand), Heard(OutcomeKind.Resolved, null, "Network", "ben")],
                "anas" =>
                    [Heard(OutcomeKind.Overridden, "category", "wifi", "ana"), Heard(OutcomeKind.Resolved, null, "Network", "ana")],
                "open" => [],
                _ => throw new FormatException(word),
            },
        };
    }
}
