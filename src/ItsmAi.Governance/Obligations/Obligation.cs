using ItsmAi.Desk.People;

namespace ItsmAi.Governance.Obligations;

/// <summary>
/// Something that a named person owes by a date, because ItsmAi found it and may not, or cannot, do it alone.
/// </summary>
public sealed record Obligation
{
    /// <summary>Deterministic, so that adding it again changes nothing.</summary>
    public required string Id { get; init; }

    /// <exception cref="ArgumentException">It is empty: no finding without an owner.</exception>
    public required Person Owner
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value.Account, nameof(value));
            field = value;
        }
    }

    public required DateTimeOffset RaisedAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    /// <summary>What is owed, in one sentence.</summary>
    public required string Says { get; init; }

    /// <summary>The decision, dead letter or finding that it is about.</summary>
    public required string About { get; init; }

    /// <summary>Null while it is open.</summary>
    public Disposition? Disposition { get; init; }

    public string? DisposedBy { get; init; }

    public DateTimeOffset? DisposedAt { get; init; }
}
