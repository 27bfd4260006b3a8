using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Policy;

/// <summary>
/// What governance answers to a suggestion. Each answer carries its reason, its rule and every gate it passed or
/// failed.
/// </summary>
public abstract record Decision
{
    private Decision()
    {
    }

    public required string Because { get; init; }

    /// <summary>The name of the rule that allowed this much.</summary>
    public required string Rule { get; init; }

    /// <summary>The level that is left after gates and brakes.</summary>
    public required AutonomyLevel Level { get; init; }

    /// <summary>The level that would be left whatever was earned; evidence for a rung is what could reach it.</summary>
    public AutonomyLevel Ceiling { get; init; }

    public required IReadOnlyList<Gate> Gates { get; init; }

    /// <summary>The kind of the answer, as receipts and pages name it.</summary>
    public Verdict Verdict => this switch
    {
        Act => Verdict.Act,
        Propose => Verdict.Propose,
        Observe => Verdict.Observe,
        Refuse => Verdict.Refuse,
        _ => throw new InvalidOperationException("an answer that receipts do not know"),
    };

    /// <summary>Do it now.</summary>
    public sealed record Act : Decision;

    /// <summary>Write it as a note; a person decides.</summary>
    public sealed record Propose : Decision;

    /// <summary>Record what would have been done and write nothing.</summary>
    public sealed record Observe : Decision;

    /// <summary>Do not do it, and say why.</summary>
    public sealed record Refuse : Decision;
}
