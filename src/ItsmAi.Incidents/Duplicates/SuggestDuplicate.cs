using System.Security.Cryptography;
using System.Text;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Suggestions;
using ItsmAi.Incidents.Closing;

namespace ItsmAi.Incidents.Duplicates;

/// <summary>What a step of the graph calls for at the desk, as suggestions; governance decides on each.</summary>
public static class SuggestDuplicate
{
    /// <param name="root">The canonical ticket; null: it is nobody's duplicate any more.</param>
    /// <param name="because">Why, without anybody's own words.</param>
    /// <param name="occasion">The same on every repetition.</param>
    public static LinkDuplicateSuggestion Link(Ticket ticket, TicketId? root, string occasion, string because) => new()
    {
        Subject = ticket.Id,
        Occasion = occasion,
        Class = ticket.Category ?? SuggestClosing.NoClass,
        Confidence = Confidence.Of(1),
        Headline = root is null ? "say that it is nobody's duplicate" : $"say that it is a duplicate of {root.Number}",
        Because = [because],
        Change = PlannedChange.NoteOnly with { DuplicateOf = root?.Number ?? "", Team = ticket.Team },
        Basis = ticket.Fields,
        Completeness = 100,
        IsVip = ticket.IsVip,
        InputHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(because))),
    };
}
