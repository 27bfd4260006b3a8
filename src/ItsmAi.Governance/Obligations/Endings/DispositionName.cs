namespace ItsmAi.Governance.Obligations.Endings;

/// <summary>The words by which commands, addresses and messages name how an obligation ended.</summary>
public static class DispositionName
{
    /// <summary>In the order of the enum.</summary>
    public static IReadOnlyList<string> All { get; } = ["done", "reject", "overtaken", "accept", "risk-accept"];

    public static string Of(Disposition disposition) => All[(int)disposition];

    /// <summary>
    /// The disposition of this name, or of the enum's own; null where there is none: "viewed" is none.
    /// </summary>
    public static Disposition? Read(string text)
    {
        for (var one = Disposition.Done; one <= Disposition.RiskAccepted; one++)
        {
            if (text.Equals(Of(one), StringComparison.OrdinalIgnoreCase)
                || text.Equals(one.ToString(), StringComparison.OrdinalIgnoreCase)) return one;
        }

        return text.Equals("RiskAccept", StringComparison.OrdinalIgnoreCase) ? Disposition.RiskAccepted : null;
    }
}
