using System.Net;
using ItsmAi.Connectors.RequestTracker.Reading;
using ItsmAi.Connectors.RequestTracker.Rest;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Connectors.RequestTracker.Writing;

/// <summary>
/// Carries a write out so that stopping at any point, here or inside Request Tracker, is repaired by asking again:
/// first the note with its marker, then the fields, then a reading that alone decides what is answered.
/// </summary>
internal sealed class TicketWriter(
    RestClient rest, TicketReader tickets, Trails trails, Names names, RequestTrackerOptions options)
{
    // A ticket that changes under us three times in a row is being worked on by somebody.
    private const int Tries = 3;

    private readonly WriteGuard _guard = new(options);
    private readonly WriteBodies _bodies = new(options);

    public async Task<DeskAnswer> Carry(TicketWrite write, CancellationToken stop)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
            if (await Try(write, stop) is { } answer) return answer;
        throw new DeskUnavailableException($"{write.Ticket} changed each time before it could be written");
    }

    /// <summary>Null when the ticket changed between our reading and our writing: it is to be judged anew.</summary>
    private async Task<DeskAnswer?> Try(TicketWrite write, CancellationToken stop)
    {
        if (await tickets.Find(write.Ticket, stop) is not { } state) return Gone(write);
        if (Lacking(state, write) is { } lacking) return lacking;
        var trail = await trails.Of(write, stop);
        var judged = _guard.Judge(state, write, trail);
        if (judged is Judgement.Stop overtaken) return overtaken.Answer;
        var open = ((Judgement.Go)judged).Open;
        if (await UnknownTeam(open, stop) is { } unknown) return unknown;

        if (write.Note is null ? trail.Begun : trail.Noted)
        {
            var marker = Unmarked(write, state, trail);
            return open.Count == 0 && marker is null
                ? new DeskAnswer.Applied(await tickets.WithDescription(state, stop), Already: true)
                : await WriteFields(write, state, open, marker, stop);
        }

        var begun = await Begin(write, state, stop);
        if (begun.Status == HttpStatusCode.PreconditionFailed) return null;
        if (!begun.IsSuccess) return new DeskAnswer.NotApplied("note", begun.Says);
        // The note moved the version, and only the version that we read may be written over.
        if (await tickets.Find(write.Ticket, stop) is not { } noted) return Gone(write);
        return JudgeAgain(noted, write, open)
            ?? await WriteFields(write, noted, open, Unmarked(write, noted, trail), stop);
    }

    private async Task<DeskAnswer?> WriteFields(
        TicketWrite write, TicketState state, IReadOnlyList<FieldWrite> open, string? marker, CancellationToken stop)
    {
        if (open.Count == 0 && marker is null)
            return new DeskAnswer.Applied(await tickets.WithDescription(state, stop), Already: false);
        var put = await rest.Put(Path(write), _bodies.Fields(open, marker), state.Ticket.Version, stop);
        return put.Status == HttpStatusCode.PreconditionFailed
            ? null
            : await Compare(write, open, marker, put.Says, stop);
    }

    /// <summary>The marker, where its field was never set: Request Tracker stopped between the note and its field.</summary>
    private static string? Unmarked(TicketWrite write, TicketState state, Trail trail) =>
        trail.Marked || FieldWrite.Same(state.Ticket.Marker, write.Marker) ? null : write.Marker;

    // Request Tracker 5.0.3 refuses a comment under any If-Match, the current version's too: a comment has no ETag.
    private Task<RestAnswer> Begin(TicketWrite write, TicketState state, CancellationToken stop) => write.Note is null
        ? rest.Put(Path(write), _bodies.Marks(write, state), state.Ticket.Version, stop)
        : rest.Post(Path(write) + "/comment", _bodies.Note(write, state), stop);

    /// <summary>
    /// Whoever came between our note and our fields is respected; the note then stands without its deed.
    /// </summary>
    private DeskAnswer? JudgeAgain(TicketState noted, TicketWrite write, IReadOnlyList<FieldWrite> open)
    {
        if (open.Count == 0) return null;
        var judged = _guard.Judge(noted, write with { Fields = open }, Trail.None);
        return judged is Judgement.Stop overtaken
            ? overtaken.Answer with { Says = overtaken.Answer.Says + "; the note was already written" }
            : null;
    }

    private async Task<DeskAnswer> Compare(
        TicketWrite write, IReadOnlyList<FieldWrite> open, string? marker, string said, CancellationToken stop)
    {
        if (await tickets.Find(write.Ticket, stop) is not { } after) return Gone(write);
        if (open.FirstOrDefault(field => !field.IsTo(after.Ticket.Fields)) is { } field)
        {
            var trail = await trails.Of(write, stop);
            return _guard.IsTouched(field, after, trail)
                ? new DeskAnswer.Overtaken(field.Name, "it was set and somebody changed it at once")
                : new DeskAnswer.NotApplied(field.Name, said);
        }

        return marker is not null && !FieldWrite.Same(after.Ticket.Marker, marker)
            ? new DeskAnswer.NotApplied(options.MarkerField, said)
            : new DeskAnswer.Applied(await tickets.WithDescription(after, stop), Already: false);
    }

    /// <summary>
    /// Asked before anything is written: a note that tells of a deed which cannot follow would be a lie.
    /// </summary>
    private DeskAnswer.NotApplied? Lacking(TicketState state, TicketWrite write)
    {
        if (write.Fields.FirstOrDefault(field => field.Field == WritableField.Status)?.To is { } status
            && options.NameOf(Enum.Parse<TicketStatus>(status)) is null)
        {
            return new DeskAnswer.NotApplied("status", $"no status of the desk's lifecycle means {status}");
        }

        List<string> needed = [options.MarkerField];
        if (write.Fields.Any(field => field.Field == WritableField.Category)) needed.Add(options.CategoryField);
        if (write.Fields.Any(field => field.Field == WritableField.DuplicateOf)) needed.Add(options.DuplicateField);
        if (write.Summary is not null) needed.Add(options.SummaryField);
        return needed.FirstOrDefault(field => !state.CustomFields.ContainsKey(field)) is { } absent
            ? new DeskAnswer.NotApplied(
                absent, $"{write.Ticket} has no field \"{absent}\" that {options.Account} may see")
            : null;
    }

    private async Task<DeskAnswer.NotApplied?> UnknownTeam(IReadOnlyList<FieldWrite> open, CancellationToken stop)
    {
        if (open.FirstOrDefault(field => field.Field == WritableField.Team)?.To is not { } team) return null;
        return FieldWrite.Same(await names.FindQueue(team, stop), team)
            ? null
            : new DeskAnswer.NotApplied("team", $"there is no queue \"{team}\" that {options.Account} may see");
    }

    private static DeskAnswer.Missing Gone(TicketWrite write) =>
        new($"{write.Ticket} is deleted, merged into another, or hidden from our account");

    private static string Path(TicketWrite write) => $"ticket/{write.Ticket.Number}";
}
