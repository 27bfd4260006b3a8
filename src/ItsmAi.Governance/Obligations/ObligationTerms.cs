namespace ItsmAi.Governance.Obligations;

/// <summary>
/// What a receipt says of an obligation; the person who owes it stands beside, in the receipt's owner.
/// </summary>
public sealed record ObligationTerms
{
    public required string Obligation { get; init; }

    public required ObligationKind Kind { get; init; }

    public required string Practice { get; init; }

    /// <summary>The decision, dead letter or finding that it is about.</summary>
    public required string About { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public int Level { get; init; }

    /// <summary>Why the practice owner of last resort has it; null where the owner is the one that was meant.</summary>
    public string? OwnershipException { get; init; }

    public Disposition? Disposition { get; init; }

    public RejectionReason? Reason { get; init; }

    public string? Reference { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public static ObligationTerms Of(Obligation owed) => new()
    {
        Obligation = owed.Id,
        Kind = owed.Kind,
        Practice = owed.Practice,
        About = owed.About,
        DueAt = owed.DueAt,
        Level = owed.Level,
        OwnershipException = owed.OwnershipException,
        Disposition = owed.Disposition,
        Reason = owed.Reason,
        Reference = owed.Reference,
        ExpiresAt = owed.ExpiresAt,
    };
}
