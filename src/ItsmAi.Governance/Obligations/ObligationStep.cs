using ItsmAi.Governance.Notices;
using ItsmAi.Governance.Receipts;

namespace ItsmAi.Governance.Obligations;

/// <summary>One step of an obligation: what is testified first, who is told, and how it stands then.</summary>
/// <param name="After">
/// How the obligation stands, given the receipt that is in the chain: an earlier try may have written another one,
/// and that one counts.
/// </param>
internal sealed record ObligationStep(Receipt? Testimony, Func<Receipt?, Obligation> After)
{
    public IReadOnlyList<Notice> Notices { get; init; } = [];
}
