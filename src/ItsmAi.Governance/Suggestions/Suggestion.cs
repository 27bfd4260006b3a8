using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Governance.Suggestions;

/// <summary>
/// What a practice would do about one ticket, with how sure it is and why. It is a value: only Governance decides on it
/// and only <see cref="Actions.CarryOut"/> can make it happen.
/// </summary>
public abstract record Suggestion
{
    public required TicketId Subject { get; init; }

    /// <summary>
    /// What gave rise to it, the same on every redelivery: one decision per subject, action and occasion.
    /// </summary>
    public required string Occasion { get; init; }

    public abstract ActionKind Action { get; }

    /// <summary>The class that autonomy is earned for, out of a closed list: for routing, the category.</summary>
    public required string Class { get; init; }

    /// <summary>The class's stable id; null until governance looked it up.</summary>
    public string? ClassId { get; init; }

    /// <summary>Every name that rules may know the class by; null: its label alone.</summary>
    public IReadOnlyList<string>? ClassNames { get; init; }

    public required Confidence Confidence { get; init; }

    /// <summary>What would be done, in one sentence for an analyst.</summary>
    public required string Headline { get; init; }

    /// <summary>Why, a reason a line.</summary>
    public required IReadOnlyList<string> Because { get; init; }

    public IReadOnlyList<Candidate> Candidates { get; init; } = [];

    /// <summary>The practice's own checks: completeness, a known topic, a free ticket.</summary>
    public IReadOnlyList<Gate> Gates { get; init; } = [];

    public required PlannedChange Change { get; init; }

    /// <summary>The ticket's values when this was suggested.</summary>
    public required TicketFields Basis { get; init; }

    /// <summary>0 to 100: how much of what a team needs to start is in the ticket.</summary>
    public required int Completeness { get; init; }

    public bool IsVip { get; init; }

    /// <summary>Who answers for it beside the owner of the policy; null where nobody else does.</summary>
    public Person? Accountable { get; init; }

    /// <summary>SHA-256 of the redacted text that the model saw, in lower case hex.</summary>
    public required string InputHash { get; init; }

    public Versions Versions { get; init; } = Versions.None;
}
