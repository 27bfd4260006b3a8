using ItsmAi.Desk.People;

namespace ItsmAi.Desk.Changes;

/// <summary>One version of a repeatable change: what is done, for what, by whom, and how it is taken back.</summary>
public sealed record ChangeModel
{
    public required string Id { get; init; }

    /// <summary>Counted from 1; the highest one in a catalogue is in force.</summary>
    public required int Version { get; init; }

    public required Person Author { get; init; }

    public ChangeScope Scope { get; init; } = new();

    public required IReadOnlyList<string> Steps { get; init; }

    public required string BackOut { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>The team that carries it out, whose capacity it takes.</summary>
    public required Team Team { get; init; }

    /// <summary>The roles that have a part in it.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Models that have to have been carried out before.</summary>
    public IReadOnlyList<string> Requires { get; init; } = [];

    public bool IsPreAuthorised { get; init; }

    /// <summary>When it stops being pre-authorised; null: it does not.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public ChangeRisk Risk { get; init; } = ChangeRisk.Medium;

    /// <summary>The line of its file where it begins, counted from 1; 0 where it comes from no file.</summary>
    public int Line { get; init; }

    /// <summary>How receipts name it: <c>disk-extension v2</c>.</summary>
    public string Label => $"{Id} v{Version}";
}
