using ItsmAi.Desk.People;
using ItsmAi.Desk.Tickets;
using ItsmAi.Incidents.Closing;
using ItsmAi.Incidents.Closing.Replies;

namespace ItsmAi.Incidents.Tests.Closing;

public sealed class ClosurePropertyTests
{
    private const int Histories = 10_000;
    private const int Steps = 25;

    [Fact]
    public void In_no_history_does_a_ticket_close_against_the_rules()
    {
        var random = new Random(20260302);
        int closes = 0, waits = 0, kept = 0;
        for (var history = 0; history < Histories; history++)
        {
            var now = Resolved.At;
            var facts = Born(random, history);
            // Kept apart from the facts, so that a mistake in reading them shows.
            ReplyMeaning? sinceResolved = null;
            for (var step = 0; step < Steps; step++)
            {
                now += TimeSpan.FromHours(random.Next(0, 30));
                facts = Next(facts, random, now, ref sinceResolved);
                switch (JudgeClosure.Of(facts, Resolved.Rules, now))
                {
                    case ClosureVerdict.Close close:
                        closes++;
                        Assert.Equal(TicketStatus.Resolved, facts.Status);
                        Assert.Equal(facts.GroupManager, close.AccountablePerson);
                        Assert.True(sinceResolved is null or ReplyMeaning.Confirms);
                        Assert.Equal(0, facts.OpenChildren + facts.OpenApprovals + facts.OpenTasks + facts.FiringAlerts);
                        if (sinceResolved is null) Assert.True(SilenceMay(facts) && now - facts.ResolvedAt >= TimeSpan.FromDays(3));
                        break;
                    case ClosureVerdict.Wait wait:
                        waits++;
                        Assert.Equal(TicketStatus.Resolved, facts.Status);
                        Assert.Null(sinceResolved);
                        Assert.True(wait.Until > now && SilenceMay(facts));
                        break;
                    case ClosureVerdict.KeepOpen open:
                        kept++;
                        Assert.NotEmpty(open.Reasons);
                        Assert.Equal(facts.Status == TicketStatus.Resolved && sinceResolved == ReplyMeaning.StillBroken, open.Reopens);
                        break;
                }
            }
        }

        Assert.True(closes > 1_000 && waits > 1_000 && kept > 1_000, $"{closes} closes, {waits} waits, {kept} kept open");
    }

    private static ClosureFacts Born(Random random, int number) => Resolved.Ticket(number) with
    {
        Status = TicketStatus.New,
        ResolvedAt = null,
        Priority = random.Next(8) == 0 ? null : (Priority)random.Next(1, 6),
        IsVip = random.Next(8) == 0,
        IsSecurity = random.Next(8) == 0,
        IsRegulated = random.Next(8) == 0,
        Completeness = random.Next(5) == 0 ? random.NextDouble() : 0.9,
        GroupManager = random.Next(8) == 0 ? null : new Person("ada"),
        ResolutionCode = random.Next(8) == 0 ? null : "fixed",
    };

    private static ClosureFacts Next(ClosureFacts facts, Random random, DateTimeOffset now, ref ReplyMeaning? sinceResolved)
    {
        switch (random.Next(12))
        {
            case 0:
                var status = (TicketStatus)random.Next(0, 6);
                return status == TicketStatus.Resolved ? Resolve(facts, now, ref sinceResolved) : facts with { Status = status };
            case 1 or 2:
                return Resolve(facts, now, ref sinceResolved);
            case 3:
                sinceResolved = (ReplyMeaning)random.Next(0, 4);
                return facts with { LastReply = new RequesterReply(now, sinceResolved.Value) };
            case 4:
                return facts with { FiringAlerts = random.Next(0, 2) };
            case 5:
                return facts with { OpenChildren = random.Next(0, 2) };
            case 6:
                return facts with { OpenTasks = random.Next(0, 2), OpenApprovals = random.Next(0, 2) };
            case 7:
                return facts with { OpenTasks = 0, OpenApprovals = 0, OpenChildren = 0, FiringAlerts = 0 };
            default:
                return facts;
        }
    }

    private static ClosureFacts Resolve(ClosureFacts facts, DateTimeOffset now, ref ReplyMeaning? sinceResolved)
    {
        // A reply of this very moment still counts as one since the resolution.
        if (facts.LastReply?.At != now) sinceResolved = null;
        return facts with
        {
            Status = TicketStatus.Resolved,
            ResolvedAt = now,
            WasReopened = facts.WasReopened || (facts.ResolvedAt is not null && facts.Status != TicketStatus.Resolved),
        };
    }

    private static bool SilenceMay(ClosureFacts facts) =>
        facts is { Priority: >= Priority.P3, IsVip: false, IsSecurity: false, IsRegulated: false, WasReopened: false };
}
