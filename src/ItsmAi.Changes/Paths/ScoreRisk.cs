using ItsmAi.Changes.Catalogue;
using ItsmAi.Changes.Standing;
using ItsmAi.Desk.Changes;

namespace ItsmAi.Changes.Paths;

/// <summary>Adds up what speaks for a risk, so that each point can be traced to a fact.</summary>
public static class ScoreRisk
{
    /// <summary>How many of the last changes count.</summary>
    public const int Last = 10;

    private const int MediumFrom = 35;
    private const int HighFrom = 65;
    private const int ForAllBad = 40;
    private const int ForNoHistory = 10;
    private const int ForACollision = 10;
    private const int MostForCollisions = 20;

    public static RiskScore Of(RiskFacts facts)
    {
        (int Points, string Because)[] parts =
            [Model(facts.Model), History(facts.History), Item(facts.Criticality), Collisions(facts.Collisions)];
        var points = Math.Min(100, parts.Sum(part => part.Points));
        var risk = points >= HighFrom ? ChangeRisk.High : points >= MediumFrom ? ChangeRisk.Medium : ChangeRisk.Low;
        return new RiskScore(points, risk, [.. parts.Select(part => $"{part.Points}: {part.Because}")]);
    }

    private static (int Points, string Because) Model(ChangeRisk? risk) => risk switch
    {
        null => (40, "no model covers it"),
        ChangeRisk.Low => (10, "the model's risk is Low"),
        ChangeRisk.Medium => (30, "the model's risk is Medium"),
        _ => (60, "the model's risk is High"),
    };

    private static (int Points, string Because) History(IReadOnlyList<ChangeResult> history)
    {
        if (history.Count == 0) return (ForNoHistory, "it was never carried out (n 0)");
        var last = history.OrderByDescending(one => one.ImplementedAt)
            .ThenBy(one => one.Change, StringComparer.Ordinal).Take(Last).ToList();
        var bad = last.Count(one => !one.IsGood);
        return ((int)Math.Ceiling((double)ForAllBad * bad / last.Count), $"{bad} of the last {last.Count} failed or caused an incident");
    }

    private static (int Points, string Because) Item(Criticality criticality) => (criticality switch
    {
        Criticality.Low => 0,
        Criticality.Medium => 10,
        _ => 25,
    }, $"the item's criticality is {criticality}");

    private static (int Points, string Because) Collisions(int others) =>
        (Math.Min(MostForCollisions, ForACollision * others), $"{others} other changes on the item or above it at about that time");
}
