namespace ItsmAi.Governance.Redacting;

/// <summary>Where a text holds personal data or a secret, and of what kind.</summary>
/// <param name="Kind">The word that stands in its place: <c>secret</c>, <c>email</c>.</param>
public readonly record struct SensitiveSpan(int Start, int Length, string Kind)
{
    public int End => Start + Length;
}
