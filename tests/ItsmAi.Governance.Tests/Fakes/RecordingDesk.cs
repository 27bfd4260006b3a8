using ItsmAi.Desk.Tickets;

namespace ItsmAi.Governance.Tests.Fakes;

/// <summary>A desk with one ticket that keeps what is written, guards as the port asks, and can break before or after a write.</summary>
internal sealed class RecordingDesk(Ticket ticket) : ITicketDesk
{
    private readonly HashSet<string> _markers = [];
    private int _version = 1;

    public Ticket? Now { get; set; } = ticket;

    public List<string> Notes { get; } = [];

    public int FieldWrites { get; private set; }

    public Action<string> At { get; set; } = _ => { };

    public Task<Ticket?> Read(TicketId number, CancellationToken stop) => Task.FromResult(Now);

    public Task<DeskAnswer> Change(TicketChange change, CancellationToken stop)
    {
        At("before change");
        if (Now is not { } now) return Task.FromResult<DeskAnswer>(new DeskAnswer.Missing("the ticket is gone"));
        var already = !_markers.Add(change.Marker);
        if (already) return Task.FromResult<DeskAnswer>(new DeskAnswer.Applied(now, Already: true));
        if (now.Team != change.Basis.Team)
        {
            _markers.Remove(change.Marker);
            return Task.FromResult<DeskAnswer>(new DeskAnswer.Overtaken("team", $"it is with {now.Team} now"));
        }

        if (change.Note is { } note) Notes.Add(note);
        return Task.FromResult(Set(change.Team is null ? now : now with { Team = change.Team.Value }, changed: change.Team is not null));
    }

    public Task<DeskAnswer> Restore(TicketChange done, string note, string marker, CancellationToken stop)
    {
        At("before change");
        if (Now is not { } now) return Task.FromResult<DeskAnswer>(new DeskAnswer.Missing("the ticket is gone"));
        if (!_markers.Add(marker)) return Task.FromResult<DeskAnswer>(new DeskAnswer.Applied(now, Already: true));
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
