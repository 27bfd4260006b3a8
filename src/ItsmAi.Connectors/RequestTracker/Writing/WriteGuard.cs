using ItsmAi.Connectors.RequestTracker.Reading;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Connectors.RequestTracker.Writing;

/// <summary>
/// Compares field by field, never by version alone: a value that a person set is not overwritten, and what an earlier
/// try did is not done again.
/// </summary>
internal sealed class WriteGuard(RequestTrackerOptions options)
{
    public Judgement Judge(TicketState state, TicketWrite write, Trail trail) =>
        write.Basis is { } basis ? JudgeDoing(state, write, basis, trail) : JudgeUndoing(state, write, trail);

    public bool IsTouched(FieldWrite field, TicketState state, Trail trail) =>
        trail.Touched(field.Field, state.CustomFields.GetValueOrDefault(CustomField(field.Field))?.Id);

    private string CustomField(WritableField field) =>
        field == WritableField.DuplicateOf ? options.DuplicateField : options.CategoryField;

    private Judgement JudgeDoing(TicketState state, TicketWrite write, TicketFields basis, Trail trail)
    {
        var now = state.Ticket.Fields;
        var open = new List<FieldWrite>();
        foreach (var field in write.Fields)
        {
            var touched = trail.Begun && IsTouched(field, state, trail);
            if (touched && !field.IsTo(now))
                return Judgement.Overtaken(field.Name, $"it was set and is now {Shown(field.Current(now))}");
            if (touched || (trail.Begun && field.IsTo(now))) continue;
            if (!field.IsFrom(now))
                return Judgement.Overtaken(field.Name, Differs(field.Current(now), field.From));
            if (!field.IsTo(now)) open.Add(field);
        }

        return Moved(now, basis, write, trail, open) ?? new Judgement.Go(open);
    }

    /// <summary>
    /// The ticket as a whole: nobody took it, moved it or changed its state. Null while all of that holds.
    /// </summary>
    private static Judgement? Moved(
        TicketFields now, TicketFields basis, TicketWrite write, Trail trail, List<FieldWrite> open)
    {
        var isDone = trail.Begun && open.Count == 0;
        if (isDone) return null;
        if (write.Fields.Count == 0)
        {
            return now.Status.IsFinished() && !basis.Status.IsFinished()
                ? Judgement.Overtaken("status", Differs(now.Status.ToString(), basis.Status.ToString()))
                : null;
        }

        if (now.Assignee != basis.Assignee)
            return Judgement.Overtaken("assignee", now.Assignee is null ? "nobody has it any more" : "somebody has taken it");
        var weSetIt = trail.Begun && write.Fields.Any(field => field.Field == WritableField.Status && field.IsTo(now));
        if (!weSetIt && now.Status != basis.Status)
            return Judgement.Overtaken("status", Differs(now.Status.ToString(), basis.Status.ToString()));
        var weMovedIt = trail.Begun && write.Fields.Any(field => field.Field == WritableField.Team && field.IsTo(now));
        return weMovedIt || FieldWrite.Same(now.Team.Name, basis.Team.Name)
            ? null
            : Judgement.Overtaken("team", Differs(now.Team.Name, basis.Team.Name));
    }

    private Judgement JudgeUndoing(TicketState state, TicketWrite write, Trail trail)
    {
        var now = state.Ticket.Fields;
        var open = write.Fields.Where(field => field.IsFrom(now) && !IsTouched(field, state, trail)).ToList();
        if (trail.Begun && open.Count == 0) return new Judgement.Go(open);
        if (now.Status.IsFinished() && !open.Exists(field => field.Field == WritableField.Status))
            return Judgement.Overtaken("status", $"the ticket is {Shown(now.Status.ToString())}");
        if (open.Count > 0 || write.Fields.Count == 0) return new Judgement.Go(open);
        var first = write.Fields[0];
        return Judgement.Overtaken(first.Name, Differs(first.Current(now), first.From));
    }

    private static string Differs(string? now, string? before) => $"it is {Shown(now)} and was {Shown(before)}";

    private static string Shown(string? value) => string.IsNullOrEmpty(value) ? "empty" : $"\"{value}\"";
}
