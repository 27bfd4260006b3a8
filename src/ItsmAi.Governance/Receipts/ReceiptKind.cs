namespace ItsmAi.Governance.Receipts;

/// <summary>What a receipt testifies.</summary>
public enum ReceiptKind
{
    /// <summary>Governance decided on a suggestion. Written before anything is written to a desk.</summary>
    Decided,

    /// <summary>The desk shows what was decided, read back.</summary>
    Applied,

    /// <summary>The desk does not show it: a person was faster, the desk refused it, or the ticket is gone.</summary>
    NotApplied,

    /// <summary>A person approved a proposal.</summary>
    Approved,

    /// <summary>A person rejected a proposal.</summary>
    Rejected,

    /// <summary>A person asked to undo what was done.</summary>
    UndoAsked,

    /// <summary>The earlier values are back.</summary>
    Undone,

    /// <summary>Reality said whether a suggestion was right.</summary>
    Outcome,

    /// <summary>Somebody stopped automation, or part of it.</summary>
    Stopped,

    /// <summary>Somebody let automation go on.</summary>
    Resumed,

    /// <summary>A message was given up and waits for a person.</summary>
    DeadLettered,
}
