namespace ItsmAi.Governance.Obligations;

/// <summary>What somebody owes.</summary>
public enum ObligationKind
{
    /// <summary>A decision on what was proposed.</summary>
    Answer,

    /// <summary>Something of ours that has to be mended or done by hand.</summary>
    Repair,

    /// <summary>A disposition of what was found: an insight that nobody may leave lying.</summary>
    Finding,
}
