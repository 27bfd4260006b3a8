using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Governance.Tests;

/// <summary>What a test needs and does not care about.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Time = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static TicketId TicketId(string number = "61") => new(new ConnectionName("rt-main"), number);

    public static Ticket Ticket(string number = "61") => new()
    {
        Id = TicketId(number),
        Title = "VPN drops",
        Description = "Since this morning the tunnel closes with error 809.",
        Status = TicketStatus.New,
        Team = new Team("Service Desk"),
        Version = "v1",
        CreatedAt = Time,
        UpdatedAt = Time,
    };

    public static Event Event(EventKind kind = EventKind.TicketCreated, string id = "rt-main/txn-430", string number = "61") => new()
    {
        Id = new EventId(id),
        Kind = kind,
        Subject = TicketId(number),
        OccurredAt = Time,
        ReceivedAt = Time,
        Actor = new Person("kim"),
    };

    public static RoutingLike Suggestion(double confidence = 0.97, int completeness = 80, string number = "61") => new()
    {
        Subject = TicketId(number),
        Occasion = "created",
        Class = "vpn",
        Confidence = Confidence.Of(confidence),
        Headline = "move to Network, category vpn",
        Because = ["words that weighed: vpn, tunnel"],
        Candidates = [new Candidate("vpn", confidence)],
        Change = new PlannedChange(new Team("Network"), "vpn", null),
        Basis = Ticket(number).Fields,
        Completeness = completeness,
        InputHash = "abc",
    };

    public static PolicyDocument Policy(AutonomyLevel level) => new(
        "p1",
        new Person("desk.lead"),
        TimeSpan.FromHours(8),
        6,
        [new PolicyRule("the-rule", null, [], [], PolicyConditions.None, level, "the rule says so")]);

    public static Receipt Receipt(string name, string subject = "rt-main:61")
    {
        var decision = ReceiptAddress.DecisionOn(subject, "Route", name);
        return new Receipt
        {
            Id = $"{decision}-decided",
            Kind = ReceiptKind.Decided,
            At = Time,
            Decision = decision,
            Actor = "itsmai",
        };
    }

    /// <summary>A routing suggestion as a practice would make it.</summary>
    internal sealed record RoutingLike : Suggestion
    {
        public override ActionKind Action => ActionKind.Route;
    }
}
