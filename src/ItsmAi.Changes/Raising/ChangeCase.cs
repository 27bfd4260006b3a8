using ItsmAi.Changes.Ledger;
using ItsmAi.Changes.Requests;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Changes.Raising;

/// <summary>One prediction followed to its end: the change made out of it, its record at the desk, and what was measured.</summary>
public sealed record ChangeCase
{
    public required ChangeRequest Change { get; init; }

    /// <summary>The series that was predicted to breach.</summary>
    public required string Series { get; init; }

    /// <summary>Whose risk it is; the one who may not accept it alone.</summary>
    public required Person Owner { get; init; }

    /// <summary>How many minutes the work takes.</summary>
    public required double Minutes { get; init; }

    /// <summary>Why it was predicted, matched and planned so, a reason a line.</summary>
    public required IReadOnlyList<string> Because { get; init; }

    /// <summary>What people may choose where there is no place for it.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>How the work is taken back.</summary>
    public string? BackOut { get; init; }

    /// <summary>The role that carries it out; null where the model names none.</summary>
    public string? WorkRole { get; init; }

    /// <summary>Tickets of the same desk that it is about.</summary>
    public IReadOnlyList<string> RefersTo { get; init; } = [];

    /// <summary>The record at the desk; null while none was opened.</summary>
    public TicketId? Ticket { get; init; }

    /// <summary>What the record says, by the SHA-256 of its text.</summary>
    public string? Told { get; init; }

    public DateTimeOffset? ToldAt { get; init; }

    public IReadOnlyList<ConditionEvidence> Evidence { get; init; } = [];

    public PreventionOutcome Outcome { get; init; }

    /// <summary>True when its change is over and reality has said what became of the prediction.</summary>
    public bool IsSettled { get; init; }

    /// <summary>The line of the ledger, as far as is known.</summary>
    public PreventionEntry Entry(DateTimeOffset now) => JudgePrevention.Of(LeadTimes.Of(Change), Evidence, now);
}
