using System.Globalization;
using ItsmAi.Governance.Policy;

namespace ItsmAi.Governance.Classes;

/// <summary>Signs that the categories are outdated: one that nobody uses, and too much in the catch-all.</summary>
public static class TaxonomyAge
{
    /// <param name="usage">When each class was used last, by id, and how many tickets it had in the window.</param>
    /// <returns>The finding by the class that it is about.</returns>
    public static IReadOnlyList<(TicketClass About, string Says)> Findings(
        Taxonomy taxonomy, IReadOnlyDictionary<string, ClassUsage> usage, AutonomySettings settings, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(taxonomy);
        var findings = new List<(TicketClass About, string Says)>();
        foreach (var one in taxonomy.Classes.Where(one => !one.IsRetired))
        {
            var last = usage.GetValueOrDefault(one.Id)?.LastUsed ?? one.BornAt;
            if (now - last >= settings.UnusedFor)
                findings.Add((one, $"nothing was filed under {one.Label} for {(now - last).TotalDays:0} days; retire or merge it"));
        }

        var tickets = usage.Values.Sum(one => one.Tickets);
        if (taxonomy.Find(settings.Other) is { } other && usage.GetValueOrDefault(other.Id) is { } its
            && its.Tickets > settings.OtherShare * tickets)
        {
            findings.Add((other, string.Create(
                CultureInfo.InvariantCulture,
                $"{its.Tickets} of {tickets} tickets are under {other.Label}, more than {settings.OtherShare:P0}; a category is missing")));
        }

        return findings;
    }
}
