using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ItsmAi.Desk.Tickets;
using ItsmAi.Incidents.Closing.Replies;

namespace ItsmAi.Incidents.Closing;

/// <summary>
/// The gate between Resolved and Closed. Evidence closes, and silence only where it may stand for evidence. Any reply since
/// the resolution ends the silence; a new resolution begins another one.
/// </summary>
public static class JudgeClosure
{
    public const string BySilence = "closure-by-silence";

    public const string ByConfirmation = "closure-by-confirmation";

    public static ClosureVerdict Of(ClosureFacts facts, ClosureRules rules, DateTimeOffset now)
    {
        var misses = FindMisses.OfEvidence(facts, rules).ToList();
        if (facts.Status != TicketStatus.Resolved)
            return new ClosureVerdict.KeepOpen([$"it is {facts.Status}, not Resolved", .. misses]);
        if (facts.ResolvedAt is not { } resolvedAt)
            return new ClosureVerdict.KeepOpen(["nobody knows since when it is resolved", .. misses]);

        // A reply at the very moment of the resolution may answer it.
        var reply = facts.LastReply is { } last && last.At >= resolvedAt ? last.Meaning : (ReplyMeaning?)null;
        var confirmed = reply == ReplyMeaning.Confirms;
        if (Stopped(reply) is { } stopped) misses.Insert(0, stopped);
        if (!confirmed) misses.AddRange(FindMisses.OfSilence(facts));
        if (misses.Count > 0 || facts.GroupManager is not { } accountable)
            return new ClosureVerdict.KeepOpen(misses, Reopens: reply == ReplyMeaning.StillBroken);

        var until = rules.Calendar.Due(resolvedAt, rules.Wait);
        if (!confirmed && now < until) return new ClosureVerdict.Wait(until);
        var what = facts.Class is { } name ? $"{facts.Priority} {name}" : $"{facts.Priority}";
        return new ClosureVerdict.Close(
            confirmed ? ByConfirmation : BySilence,
            accountable,
            confirmed
                ? $"{what}: resolved, the requester confirmed it, and all evidence is there"
                : $"{what}: resolved, no reply in {rules.Wait.Days} business days, and all evidence is there",
            IsSampled(facts.Ticket, resolvedAt, rules.SampleShare));
    }

    private static string? Stopped(ReplyMeaning? reply) => reply switch
    {
        null or ReplyMeaning.Confirms => null,
        ReplyMeaning.StillBroken => "the requester says that it is still broken",
        ReplyMeaning.AutomaticReply => "an automatic reply came: nobody has confirmed, the closing pauses",
        _ => "the requester's reply is unclear: the closing pauses until somebody has read it",
    };

    private static bool IsSampled(TicketId ticket, DateTimeOffset resolvedAt, double share)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{ticket.Key}\n{resolvedAt.UtcTicks}"));
        return BinaryPrimitives.ReadUInt32BigEndian(hash) < share * (1L << 32);
    }
}
