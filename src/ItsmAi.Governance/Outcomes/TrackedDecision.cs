using ItsmAi.Governance.Autonomy;

namespace ItsmAi.Governance.Outcomes;

/// <summary>A decision and all that was observed of it, enough to judge it anew whenever another word comes late.</summary>
public sealed record TrackedDecision
{
    public required string Decision { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>The team that was suggested.</summary>
    public required string Team { get; init; }

    /// <summary>The category that was suggested; null where none was.</summary>
    public string? Category { get; init; }

    /// <summary>How far it could have gone, whatever was earned: evidence for a rung is what could reach it.</summary>
    public AutonomyLevel Ceiling { get; init; } = AutonomyLevel.Auto;

    /// <summary>True where it was done without a person.</summary>
    public bool Acted { get; init; }

    /// <summary>True for one about a ticket of the past: it tells something only while nothing real does.</summary>
    public bool IsTrial { get; init; }

    /// <summary>True for the gravest priority, where one wrong act is one too many.</summary>
    public bool IsGravest { get; init; }

    /// <summary>The calibrated probability, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>How much the ticket said, 0 to 100.</summary>
    public int Completeness { get; init; }

    public IReadOnlyList<Observation> Observations { get; init; } = [];

    /// <summary>With one more word; the same event again changes nothing.</summary>
    public TrackedDecision With(Observation observation) =>
        Observations.Any(one => one.Event == observation.Event && one.Field == observation.Field)
            ? this
            : this with { Observations = [.. Observations, observation] };
}
