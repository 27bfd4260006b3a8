using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;

namespace ItsmAi.Hosting.Pages;

/// <summary>One decision with the steps that followed it, as pages and the console tell it.</summary>
/// <param name="Steps">All receipts of the decision, in the order they were written.</param>
public sealed record DecisionTrail(Receipt Decided, IReadOnlyList<ReceiptLine> Steps)
{
    /// <summary>The ticket that it is about: where it opens one, that one; null while there is none.</summary>
    public TicketId? Ticket => Decided.Change?.Opening is null ? Decided.Subject : Last(ReceiptKind.Applied)?.Opened;

    public Verdict Verdict => Decided.Verdict ?? Verdict.Refuse;

    /// <summary>The trail that these receipts are; null while no decision is among them.</summary>
    public static DecisionTrail? Of(IReadOnlyList<ReceiptLine> lines) =>
        lines.FirstOrDefault(line => line.Receipt.Kind == ReceiptKind.Decided) is { } decided
            ? new DecisionTrail(decided.Receipt, [.. lines.OrderBy(line => line.Sequence)])
            : null;

    /// <summary>The decisions among these receipts, newest first.</summary>
    public static IReadOnlyList<DecisionTrail> All(IReadOnlyList<ReceiptLine> lines) =>
    [
        .. lines.GroupBy(line => line.Receipt.Decision, StringComparer.Ordinal)
            .Select(group => Of([.. group])).OfType<DecisionTrail>()
            .OrderByDescending(trail => trail.Decided.At).ThenBy(trail => trail.Decided.Decision, StringComparer.Ordinal),
    ];

    public Receipt? Last(ReceiptKind kind) =>
        Steps.LastOrDefault(line => line.Receipt.Kind == kind)?.Receipt;
}
