using ItsmAi.Desk.Tickets;

namespace ItsmAi.Governance.Tests.Fakes;

/// <summary>A desk with one ticket that keeps what is written, guards as the port asks, and can break before or after a write.</summary>
internal sealed class RecordingDesk(Ticket ticket) : ITicketDesk
{
    private readonly List<string> _markers = [];
    private int _version = 1;

    public Ticket? Now { get; set; } = ticket;

    public List<string> Notes { get; } = [];

    public List<string> Summaries { get; } = [];

    /// <summary>What each note carries out, in the order of the notes.</summary>
    public IReadOnlyList<string> Markers => _markers;

    public int FieldWrites { get; private set; }

    public Action<string> At { get; set; } = _ => { };

    public Task<Ticket?> Read(TicketId number, CancellationToken stop) => Task.FromResult(Now);

    public Task<DeskAnswer> Change(TicketChange change, CancellationToken stop)
    {
        At("before change");
        if (Now is not { } now) return Task.FromResult<DeskAnswer>(new DeskAnswer.Missing("the ticket is gone"));
        if (_markers.Contains(change.Marker)) return Task.FromResult<DeskAnswer>(new DeskAnswer.Applied(now, Already: true));
        if (now.Team != change.Basis.Team)
            return Task.FromResult<DeskAnswer>(new DeskAnswer.Overtaken("team", $"it is with {now.Team} now"));
        _markers.Add(change.Marker);

        if (change.Note is { } note) Notes.Add(note);
        if (change.Summary is { } summary) Summaries.Add(summary);
        var next = now with { Team = change.Team ?? now.Team, Status = change.Status ?? now.Status };
        return Task.FromResult(Set(next, changed: change.Team is not null || change.Status is not null));
    }

    /// <summary>What was opened, by marker.</summary>
    public Dictionary<string, Ticket> Opened { get; } = [];

    public Task<DeskAnswer> Open(TicketOpening opening, string marker, CancellationToken stop)
    {
        At("before change");
        if (Opened.TryGetValue(marker, out var earlier))
            return Task.FromResult<DeskAnswer>(new DeskAnswer.Applied(earlier, Already: true));
        var next = Now! with
        {
            Id = new TicketId(Now!.Id.Connection, $"{900 + Opened.Count}"),
            Title = opening.Title,
            Description = opening.Text,
            Team = opening.Team,
            Priority = opening.Priority,
            Category = opening.Category,
            Version = $"o{Opened.Count}",
        };
        Opened[marker] = next;
        At("after change");
        return Task.FromResult<DeskAnswer>(new DeskAnswer.Applied(next, Already: false));
    }

    public Task<DeskAnswer> Restore(TicketChange done, string note, string marker, CancellationToken stop)
    {
        At("before change");
        if (Now is not { } now) return Task.FromResult<DeskAnswer>(new DeskAnswer.Missing("the ticket is gone"));
        if (_markers.Contains(marker)) return Task.FromResult<DeskAnswer>(new DeskAnswer.Applied(now, Already: true));
        _markers.Add(marker);
        Notes.Add(note);
        return Task.FromResult(Set(now with { Team = done.Basis.Team }, changed: true));
    }

    private DeskAnswer Set(Ticket next, bool changed)
    {
        if (changed) FieldWrites++;
        Now = next with { Version = $"v{++_version}" };
        At("after change");
        return new DeskAnswer.Applied(Now, Already: false);
    }
}
