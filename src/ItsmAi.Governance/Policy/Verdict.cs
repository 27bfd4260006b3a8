namespace ItsmAi.Governance.Policy;

/// <summary>The decision's kind as receipts and pages name it.</summary>
public enum Verdict
{
    Act,
    Propose,
    Observe,
    Refuse,
}
