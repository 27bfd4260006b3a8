using ItsmAi.Governance.Policy.Replaying;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Hosting.Commands.Policy;

/// <summary>A replay as people read it.</summary>
internal static class ReplayLines
{
    public static IEnumerable<string> Of(ReplayReport report)
    {
        var against = report.OldVersion is { } old ? $"instead of {old}" : "instead of what was answered then";
        yield return $"{report.Decisions} past decisions under policy {report.NewVersion} {against}: {report.FlipCount} come out otherwise";
        foreach (var action in Enum.GetValues<ActionKind>())
        {
            if (report.MoreActs(action) is var more && more != 0) yield return $"{more:+0;-0} acts of {action}";
        }

        foreach (var flip in report.Flips) yield return Line(flip);
        if (report.ProtectedFlipCount > 0)
            yield return $"{report.ProtectedFlipCount} of them in protected classes: two people have to approve it";
        if (report.GatesAsRecorded.Count > 0)
            yield return $"gates stay as they were, also where the policy sets their limits: {string.Join(", ", report.GatesAsRecorded)}";
    }

    private static string Line(FlipGroup flip) =>
        $"{(flip.IsProtected ? "PROTECTED " : "")}{flip.Action} {flip.Class}: "
        + $"{flip.From.Outward} -> {flip.To.Outward}: {flip.Count}, {Known(flip)}";

    private static string Known(FlipGroup flip)
    {
        var (wrong, of, lower, upper) = flip.Wrong;
        if (flip.Outcomes.Count == 0) return "none with a known outcome";
        var outcomes = flip.Outcomes.OrderBy(pair => pair.Key).Select(pair => $"{pair.Value} {pair.Key}".ToLowerInvariant());
        return $"of which {string.Join(", ", outcomes)}; wrong {wrong} of {of} with a known outcome ({lower:0.000} to {upper:0.000})";
    }
}
