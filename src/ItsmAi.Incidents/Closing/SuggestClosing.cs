using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Redacting;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Incidents.Closing;

/// <summary>What the closure gate's verdict calls for at the desk, as suggestions; governance decides on each.</summary>
public static class SuggestClosing
{
    /// <summary>The class of a ticket that nobody put into one.</summary>
    public const string NoClass = "unclassified";

    /// <summary>One decision per resolution and way of closing.</summary>
    /// <param name="completeness">How complete the ticket's data are, from 0 to 1.</param>
    public static CloseTicketSuggestion Close(
        Ticket ticket, Resolution resolution, ClosureVerdict.Close verdict, double completeness) => new()
    {
        Subject = ticket.Id,
        Occasion = $"{verdict.Rule} of {Stamp(resolution.ResolvedAt)}",
        Class = ticket.Category ?? NoClass,
        Confidence = Confidence.Of(1),
        Headline = $"close it: {verdict.Says}",
        Because =
        [
            $"rule {verdict.Rule}",
            $"resolution code {Redaction.Redact(resolution.Code ?? "")}, and there are notes",
            "no child, approval or task is open, and no linked alert fires",
        ],
        Change = PlannedChange.NoteOnly with { Status = TicketStatus.Closed, Team = ticket.Team },
        Basis = ticket.Fields,
        Completeness = (int)Math.Round(completeness * 100),
        IsVip = ticket.IsVip,
        Accountable = verdict.AccountablePerson,
        InputHash = HashOf($"{resolution.Code}\n{resolution.Notes}\n{(resolution.Replies is [.., var last] ? last.Text : "")}"),
    };

    /// <param name="because">What says that it is not at its end, without anybody's own words.</param>
    /// <param name="occasion">The same on every repetition.</param>
    public static ReopenTicketSuggestion Reopen(Ticket ticket, string occasion, string because) => new()
    {
        Subject = ticket.Id,
        Occasion = occasion,
        Class = ticket.Category ?? NoClass,
        Confidence = Confidence.Of(1),
        Headline = $"open it again: {because}",
        Because = [because],
        Change = PlannedChange.NoteOnly with { Status = TicketStatus.Open },
        Basis = ticket.Fields,
        Completeness = 100,
        IsVip = ticket.IsVip,
        InputHash = HashOf(because),
    };

    private static string Stamp(DateTimeOffset? at) =>
        at?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) ?? "never";

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
