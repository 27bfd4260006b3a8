using ItsmAi.Governance.Autonomy;

namespace ItsmAi.Governance.Classes;

/// <summary>
/// One class of tickets by an id that outlives its name and every model: what people set for the class stays with it.
/// </summary>
public sealed record TicketClass
{
    /// <summary>The label that it was born with, made unique; never changed and never given again.</summary>
    public required string Id { get; init; }

    /// <summary>What models and people call it now.</summary>
    public required string Label { get; init; }

    /// <summary>Every label that it bears or bore, the newest last.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>The classes that it was split off from or merged of, by id.</summary>
    public IReadOnlyList<string> Parents { get; init; } = [];

    /// <summary>Who answers for the category; null: the policy's owner.</summary>
    public string? Owner { get; init; }

    public required DateTimeOffset BornAt { get; init; }

    /// <summary>Null while nobody bars it.</summary>
    public ClassBlock? Block { get; init; }

    /// <summary>The least confidence that is acted on, 0 to 1; null where the model's own suffices.</summary>
    public double? Threshold { get; init; }

    /// <summary>
    /// Where it starts whatever the policy says: a class made by splitting or merging has been measured by nobody.
    /// </summary>
    public AutonomyLevel? StartsAt { get; init; }

    /// <summary>True for one that was split or merged: it goes on governing its old labels and gets no new ones.</summary>
    public bool IsRetired { get; init; }

    /// <summary>The class that it was merged into, by id; null where it was not.</summary>
    public string? MergedInto { get; init; }
}
