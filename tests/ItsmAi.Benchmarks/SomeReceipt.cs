using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Suggestions;

namespace ItsmAi.Benchmarks;

/// <summary>Receipts as triage leaves them: a decision with its reasons and gates, and what the desk showed then.</summary>
internal static class SomeReceipt
{
    /// <summary>Decisions and results in turn.</summary>
    public static Receipt Number(int number) => number % 2 == 0 ? Decided($"{number}") : Applied($"{number - 1}");

    public static Receipt Decided(int number) => Decided($"{number}");

    public static Receipt Decided(string number)
    {
        var decision = ReceiptAddress.DecisionOn($"rt-main:{number}", "Route", "created");
        return new Receipt
        {
            Id = $"{decision}-decided",
            Kind = ReceiptKind.Decided,
            At = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero),
            Decision = decision,
            Subject = new TicketId(new ConnectionName("rt-main"), number),
            Event = $"rt-main/txn-{number}",
            Actor = "itsmai",
            Action = ActionKind.Route,
            Class = "network.vpn",
            Verdict = Verdict.Act,
            Level = AutonomyLevel.Auto,
            Rule = "route-what-is-sure",
            Because = "the category is sure",
            Headline = "move to Network, category network.vpn, P3",
            Reasons =
            [
                "words that weighed: vpn, tunnel, disconnects, client, gateway, remote",
                "similar resolved tickets: 48213 (network.vpn, 0.71), 47120 (network.vpn, 0.66), 39902 (network.wifi, 0.52)",
                "considered too: network.wifi 0.02, identity.password 0.01",
            ],
            Confidence = 0.962341,
            Completeness = 85,
            Candidates =
            [
                new Candidate("network.vpn", 0.962341), new Candidate("network.wifi", 0.021507),
                new Candidate("identity.password", 0.009112),
            ],
            Gates =
            [
                Gate.Pass("free", "it waits in Service Desk, taken by nobody"), Gate.Pass("completeness", "85 of 100"),
                Gate.Pass("known-topic", "network.vpn is a known category"),
                Gate.Pass("sure-enough", "0.96 is at or above the measured threshold 0.81"),
                Gate.Pass("team", "Network works on it"), Gate.Pass("service", "a service or device is named"),
                Gate.Pass("write-budget", "0 of 6 writes this hour"), Gate.Pass("stop-switch", "running"),
            ],
            Change = new PlannedChange(new Team("Network"), "network.vpn", null),
            Before = new TicketFields(TicketStatus.New, new Team("Service Desk"), null, null, null),
            InputHash = new string('c', 64),
            Versions = new Versions("a1b2c3d4e5f6", "0f1e2d3c4b5a"),
            PolicyVersion = "1-9f86d081884c",
        };
    }

    private static Receipt Applied(string number)
    {
        var decided = Decided(number);
        return new Receipt
        {
            Id = $"{decided.Id}-applied",
            Kind = ReceiptKind.Applied,
            At = decided.At,
            Decision = decided.Decision,
            Subject = decided.Subject,
            Event = decided.Event,
            Actor = "itsmai",
            Action = decided.Action,
            Class = decided.Class,
            After = new TicketFields(TicketStatus.New, new Team("Network"), null, null, "network.vpn"),
            DeskVersion = "482133",
            Result = "read back and found as asked",
        };
    }
}
