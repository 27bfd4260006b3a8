using ItsmAi.Desk.People;

namespace ItsmAi.Governance.Obligations.Owners;

/// <summary>Somebody who can owe something: how they are reached, and whom they answer to.</summary>
public sealed record KnownPerson(Person Person)
{
    public string? Mail { get; init; }

    /// <summary>The address of their own workflow in Teams; it is a secret.</summary>
    public Uri? Teams { get; init; }

    public Person? Manager { get; init; }

    /// <summary>False: for now they owe nothing, and what they owe goes to somebody else.</summary>
    public bool Active { get; init; } = true;

    /// <summary>The day on which they leave, by UTC; from then on they owe nothing.</summary>
    public DateOnly? Left { get; init; }

    /// <summary>Why this person can own nothing now, in words that name nobody; null where they can.</summary>
    public string? Vacancy(DateTimeOffset now)
    {
        if (Left is { } left && left <= DateOnly.FromDateTime(now.UtcDateTime)) return "the owner has left";
        return Active ? null : "the owner is not active";
    }
}
