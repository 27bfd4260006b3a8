using ItsmAi.Desk.Events;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Suggestions;
using ItsmAi.Incidents.Triage;

namespace ItsmAi.Incidents.Tests;

/// <summary>What a test needs and does not care about.</summary>
internal static class Some
{
    private static readonly DateTimeOffset Time = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static Ticket Ticket(
        string title = "VPN tunnel drops",
        string description =
            "Since this morning the VPN client in Hamburg disconnects every few minutes with error 809, restarting the laptop did not help.") =>
        new()
        {
            Id = new TicketId(new ConnectionName("rt-main"), "61"),
            Title = title,
            Description = description,
            Status = TicketStatus.New,
            Team = new Team("Service Desk"),
            Version = "1",
            CreatedAt = Time,
            UpdatedAt = Time,
        };

    public static TriagePrediction Prediction(double probability = 0.97) => new()
    {
        Categories = [new Candidate("vpn", probability), new Candidate("wifi", 1 - probability)],
        Threshold = 0.8,
        Teams = [new Candidate("Network", 0.9)],
        Impacts = [new Candidate("Medium", 0.9)],
        Urgencies = [new Candidate("Medium", 0.9)],
        WordsFor = ["vpn", "tunnel"],
        Similar = [new SimilarTicket("12", "vpn", 0.71)],
        Versions = new Versions("m1", "t1"),
    };
}
