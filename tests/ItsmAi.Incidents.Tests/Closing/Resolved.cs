using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Incidents.Closing;
using ItsmAi.Incidents.Closing.Replies;

namespace ItsmAi.Incidents.Tests.Closing;

/// <summary>A ticket that was resolved on a Monday and has all that closing needs.</summary>
internal static class Resolved
{
    public static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static readonly ClosureRules Rules = new();

    public static ClosureFacts Ticket(int number = 61) => new()
    {
        Ticket = new TicketId(new ConnectionName("rt-main"), $"{number}"),
        Status = TicketStatus.Resolved,
        Priority = Priority.P3,
        Class = "vpn",
        ResolvedAt = At,
        ResolutionCode = "fixed",
        ResolutionNotes = "the gateway had an old certificate",
        Completeness = 0.9,
        GroupManager = new Person("ada"),
    };

    public static ClosureFacts Replied(string text, double hours = 2) =>
        Ticket() with { LastReply = new RequesterReply(At.AddHours(hours), ReadReply.Of(text).Meaning) };
}
