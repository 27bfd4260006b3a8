using ItsmAi.Desk.Tickets;
using ItsmAi.Incidents.Closing.Replies;
using ItsmAi.Incidents.Triage;

namespace ItsmAi.Incidents.Closing;

/// <summary>Puts together what the desk, the alerts and the rules say of a resolved ticket.</summary>
public static class ClosureFactsOf
{
    /// <param name="firing">How many alerts that the ticket is about still fire.</param>
    /// <param name="knownServices">Names of services that count as naming one when they stand in the text.</param>
    public static ClosureFacts Ticket(
        Ticket ticket, Resolution resolution, int firing, IReadOnlyList<string> knownServices, ClosureRules rules) => new()
        {
            Ticket = ticket.Id,
            Status = ticket.Status,
            Priority = ticket.Priority,
            Class = ticket.Category,
            ResolvedAt = resolution.ResolvedAt,
            ResolutionCode = resolution.Code,
            ResolutionNotes = resolution.Notes,
            OpenChildren = resolution.OpenChildren,
            OpenApprovals = resolution.OpenApprovals,
            OpenTasks = resolution.OpenTasks,
            FiringAlerts = firing,
            WasReopened = resolution.WasReopened,
            Completeness = ScoreCompleteness.Of(ticket, knownServices).Score / 100.0,
            IsVip = ticket.IsVip,
            IsSecurity = rules.SecurityClasses.Any(name => IsWithin(ticket.Category, name)),
            IsRegulated = ticket.Service is { } service && rules.RegulatedServices.Contains(service, StringComparer.OrdinalIgnoreCase),
            LastReply = resolution.Replies is [.., var last] ? new RequesterReply(last.At, Meaning(last)) : null,
            GroupManager = rules.Managers.TryGetValue(ticket.Team.Name, out var manager) ? manager : null,
        };

    /// <summary>What somebody else writes settles nothing: somebody has to read it.</summary>
    public static ReplyMeaning Meaning(TicketReply reply) =>
        reply.IsRequester ? ReadReply.Of(reply.Text).Meaning : ReplyMeaning.Unclear;

    private static bool IsWithin(string? category, string name) =>
        category is not null && (category.Equals(name, StringComparison.OrdinalIgnoreCase)
            || category.StartsWith(name + "/", StringComparison.OrdinalIgnoreCase));
}
