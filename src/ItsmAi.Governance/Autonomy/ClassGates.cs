using System.Globalization;
using ItsmAi.Governance.Classes;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Autonomy;

/// <summary>What people set for a class, as gates.</summary>
internal static class ClassGates
{
    public static IEnumerable<Gate> Of(TicketClass one, Confidence confidence)
    {
        yield return one.IsRetired
            ? Gate.Fail("known-class", $"{one.Label} was split or merged and is no class of its own", AutonomyLevel.Shadow)
            : Gate.Pass("known-class", $"{one.Label} is class {one.Id}");
        yield return one.Block is { } block
            ? Gate.Fail("class-block", $"{one.Label} is blocked: {block.Reason}", AutonomyLevel.Off)
            : Gate.Pass("class-block", $"{one.Label} is not blocked");
        if (one.Threshold is not { } threshold) yield break;
        yield return confidence.Value >= threshold
            ? Gate.Pass("class-threshold", $"{confidence} is at or above {Text(threshold)}, set for {one.Label}")
            : Gate.Fail("class-threshold", $"{confidence} is below {Text(threshold)}, set for {one.Label}", AutonomyLevel.Suggest);
    }

    private static string Text(double share) => share.ToString("0.00", CultureInfo.InvariantCulture);
}
