namespace ItsmAi.Governance.Actions;

/// <summary>
/// What we remember of our dealings with one ticket: enough to know an echo of our own, to keep the write budget, and
/// to
/// tell what a person's move means. Receipts are the truth; this is made anew from the next event if it is lost.
/// </summary>
public sealed record TicketTrail
{
    public static TicketTrail Empty { get; } = new();

    /// <summary>Desk versions that our own writes resulted in, newest last, at most 8.</summary>
    public IReadOnlyList<string> OwnVersions { get; init; } = [];

    /// <summary>When we wrote to the ticket, newest last, at most 20.</summary>
    public IReadOnlyList<DateTimeOffset> Acts { get; init; } = [];

    /// <summary>The decision whose outcome is still open.</summary>
    public string? OpenDecision { get; init; }

    /// <summary>The team that this decision placed or proposed.</summary>
    public string? Team { get; init; }

    /// <summary>The write that was begun last, by its marker; whether it ended is for the receipts to say.</summary>
    public string? Tried { get; init; }

    public DateTimeOffset? TriedAt { get; init; }

    /// <summary>An open question that we asked; an answer is an occasion to triage again.</summary>
    public bool Asked { get; init; }

    public int ActsSince(DateTimeOffset since) => Acts.Count(at => at > since);

    /// <summary>The trail after one more write of ours.</summary>
    public TicketTrail Wrote(string version, DateTimeOffset at) => this with
    {
        OwnVersions = [.. OwnVersions.Where(other => other != version).Append(version).TakeLast(8)],
        Acts = [.. Acts.Where(other => other != at).Append(at).TakeLast(20)],
    };
}
