using System.Runtime.InteropServices;
using ItsmAi.Desk.People;

namespace ItsmAi.Governance.Policy;

/// <summary>The facts in the form that <see cref="RuleTest"/> compares: taken apart once for all rules.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct AskedOf(PolicyFacts facts)
{
    public readonly double Confidence = facts.Confidence.Value;

    public readonly int Completeness = facts.Completeness;

    public readonly bool IsVip = facts.IsVip;

    /// <summary>The priority's bit; 0 where there is none.</summary>
    public readonly int Priority = facts.Priority is { } priority ? 1 << (int)priority : 0;

    public readonly Team? Team = facts.Team;
}
