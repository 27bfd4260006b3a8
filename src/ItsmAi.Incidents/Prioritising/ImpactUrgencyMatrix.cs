using ItsmAi.Desk.Tickets;

namespace ItsmAi.Incidents.Prioritising;

/// <summary>
/// Priority as a pure function of impact × urgency (ITIL 4). The default is 1×1 = P1; 1×2, 2×1 = P2; 1×3, 2×2, 3×1 =
/// P3;
/// 2×3, 3×2 = P4; 3×3 = P5.
/// </summary>
public sealed class ImpactUrgencyMatrix
{
    private readonly Priority[] _cells;

    /// <param name="cells">Nine priorities: impact high, medium, low down; urgency high, medium, low across.</param>
    /// <exception cref="ArgumentException">Not nine.</exception>
    public ImpactUrgencyMatrix(IReadOnlyList<Priority> cells)
    {
        if (cells.Count != 9) throw new ArgumentException($"matrix: {cells.Count} cells; a matrix has nine", nameof(cells));
        _cells = [.. cells];
    }

    public static ImpactUrgencyMatrix Default { get; } = new(
        [Priority.P1, Priority.P2, Priority.P3, Priority.P2, Priority.P3, Priority.P4, Priority.P3, Priority.P4, Priority.P5]);

    public Priority Of(Impact impact, Urgency urgency) => _cells[(((int)impact - 1) * 3) + (int)urgency - 1];
}
