namespace ItsmAi.Governance.Obligations.Endings;

/// <summary>Why an obligation cannot end so: the field, what it says, and what would be accepted.</summary>
/// <param name="Field">The field that is wrong, as a person wrote it.</param>
public sealed record EndingRefusal(string Field, string Says)
{
    /// <summary>There is no such obligation, where that is the reason.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>It has ended already, where that is the reason.</summary>
    public bool IsOver { get; init; }

    public override string ToString() => $"{Field}: {Says}";
}
