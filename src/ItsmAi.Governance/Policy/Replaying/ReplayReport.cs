using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Policy.Replaying;

/// <summary>What another policy would have answered otherwise.</summary>
/// <param name="Decisions">How many decisions were made again.</param>
/// <param name="Flips">The groups, protected classes first, then by size.</param>
/// <param name="GatesAsRecorded">
/// Every gate that was met. Gates are not asked again but stay as the receipts have them, those included whose limits
/// stand in the policy.
/// </param>
public sealed record ReplayReport(
    string? OldVersion, string NewVersion, int Decisions, IReadOnlyList<FlipGroup> Flips, IReadOnlyList<string> GatesAsRecorded)
{
    public int FlipCount => Flips.Sum(flip => flip.Count);

    public int ProtectedFlipCount => Flips.Where(flip => flip.IsProtected).Sum(flip => flip.Count);

    /// <summary>How many more acts of this kind there would have been; negative where there would have been fewer.</summary>
    public int MoreActs(ActionKind action) =>
        Flips.Where(flip => flip.Action == action).Sum(flip => flip.Count * (Acts(flip.To) - Acts(flip.From)));

    private static int Acts(Answered answered) => answered.Verdict == Verdict.Act ? 1 : 0;
}
