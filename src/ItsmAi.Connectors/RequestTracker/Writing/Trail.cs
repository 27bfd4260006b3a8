using ItsmAi.Connectors.RequestTracker.Transactions;

namespace ItsmAi.Connectors.RequestTracker.Writing;

/// <summary>
/// What the ticket's own record shows of an earlier try under the same marker, and of everything since.
/// </summary>
/// <param name="Noted">Our account's comment of this marker is there.</param>
/// <param name="Marked">The marker field was set to this marker once, whatever it shows now.</param>
/// <param name="Since">What happened after the first of the two.</param>
internal sealed record Trail(bool Noted, bool Marked, IReadOnlyList<TicketTransaction> Since)
{
    public static Trail None { get; } = new(Noted: false, Marked: false, []);

    public bool Begun => Noted || Marked;

    /// <summary>True when anybody, we included, set the field since.</summary>
    /// <param name="customFieldId">The id by which transactions name it, where it is a custom field.</param>
    public bool Touched(WritableField field, string? customFieldId) => Since.Any(each => field switch
    {
        WritableField.Team => each is { Type: "Set", Field: "Queue" },
        WritableField.Priority => each is { Type: "Set", Field: "Priority" },
        WritableField.Status => each.Type == "Status",
        _ => each.Type == "CustomField" && each.Field == customFieldId,
    });
}
