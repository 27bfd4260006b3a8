using System.Security.Cryptography;
using System.Text;
using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Policy;

namespace ItsmAi.Hosting.Reactions.Closing;

/// <summary>What the closure gate asks of people: to see to what keeps a ticket open, and to look again at what was closed.</summary>
public sealed class ClosureDuties(ObligationBook obligations, Func<PolicyDocument> policy, Person self)
{
    /// <summary>Says why it stays open; what was said before and is no longer true ends.</summary>
    /// <returns>The case with what is owed now.</returns>
    public async Task<ClosureCase> StaysOpen(
        ClosureCase one, IReadOnlyList<string> reasons, Person? manager, DateTimeOffset now, CancellationToken stop)
    {
        var says = string.Join("; ", reasons);
        var id = $"closure-{one.Ticket.Connection}-{one.Ticket.Number}-{Short(says)}";
        if (id == one.Owed && await obligations.Find(id, stop) is not null) return one;
        await obligations.Add(
            new Obligation
            {
                Id = id,
                Owner = manager ?? policy().Owner,
                RaisedAt = now,
                DueAt = policy().DecideBy(now),
                Says = $"{one.Ticket}: it is resolved and stays open, since {says}; see to it, or close it by hand",
                About = one.Ticket.Key,
                Kind = ObligationKind.Finding,
            },
            stop);
        await End(one, stop);
        return one with { Owed = id };
    }

    /// <summary>Nothing keeps it open any more, or it is open again.</summary>
    public async Task<ClosureCase> End(ClosureCase one, CancellationToken stop)
    {
        if (one.Owed is not { } owed) return one;
        await obligations.Dispose(owed, Disposition.Overtaken, self, stop);
        return one with { Owed = null };
    }

    /// <summary>One of the sample that a person looks at again.</summary>
    public Task Audit(TicketId ticket, string decision, Person manager, DateTimeOffset now, CancellationToken stop) => obligations.Add(
        new Obligation
        {
            Id = $"{decision}-audit",
            Owner = manager,
            RaisedAt = now,
            DueAt = policy().DecideBy(now),
            Says = $"{ticket}: it was closed by itself and drawn for review; see whether that was right, and undo it if not",
            About = decision,
            Kind = ObligationKind.Finding,
        },
        stop);

    private static string Short(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));
}
