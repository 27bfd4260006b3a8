using System.Security.Cryptography;
using System.Text;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Obligations.Owners;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Redacting;

namespace ItsmAi.Governance.Notices;

/// <summary>
/// Puts one person's notices into one message and delivers it by one channel: fixed before it is sent, claimed by one
/// process at a time, tried again with growing pauses, and given up at last to somebody who mends the channel.
/// </summary>
/// <param name="inbox">The page that shows a person what they owe.</param>
/// <param name="digestEvery">Null: as the policy says.</param>
public sealed class DeliverMessages(
    NoticeBook notices, ObligationBook obligations, Func<PolicyDocument> policy, Uri inbox, TimeSpan? digestEvery, TimeProvider clock)
{
    /// <summary>Longer than any channel takes for one try; a process that died holds its message no longer.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>Whoever asks us to wait longer has forgotten us.</summary>
    private static readonly TimeSpan LongestAsked = TimeSpan.FromHours(6);

    /// <summary>About an undelivered message of this kind nobody is told again: it would go the same way.</summary>
    private const string Undelivered = "undelivered-";

    public async Task By(INoticeChannel channel, KnownPerson to, IReadOnlyList<Notice> waiting, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var (box, version) = await notices.Mailbox(channel.Name, to.Person, stop);
        var batch = box.OnItsWay ?? Gather(channel, to.Person, box, waiting, now);
        if (batch is null || batch.NotBefore > now || batch.ClaimedUntil > now) return;
        box = box with { OnItsWay = batch with { ClaimedUntil = now + Claim } };

        // Whoever loses this race leaves the message to the other.
        if (await notices.Keep(channel.Name, to.Person, box, version, stop) is not { } claimed) return;
        var delivery = await Try(channel, to, batch, now, stop);
        var after = await After(channel, to.Person, box, batch, delivery, now, stop);
        await notices.Keep(channel.Name, to.Person, after, claimed, stop);
    }

    /// <summary>What goes into the next message; null while there is nothing, or it is too early for another.</summary>
    private Mailbox.Batch? Gather(
        INoticeChannel channel, Person to, Mailbox box, IReadOnlyList<Notice> waiting, DateTimeOffset now)
    {
        var fresh = waiting.Where(notice => !notice.IsDealtWithBy(channel.Name)).ToList();
        if (fresh.Count == 0) return null;
        var isUrgent = fresh.Exists(notice => notice.Kind == NoticeKind.Escalated);
        if (!isUrgent && box.LastSentAt + (digestEvery ?? policy().Obligations.DigestEvery) > now) return null;
        List<string> ids = [.. fresh.Select(notice => notice.Id).Order(StringComparer.Ordinal)];
        return new Mailbox.Batch(IdOf([channel.Name, to.Account, .. ids]), ids, 0, now, now);
    }

    private async Task<Delivery> Try(
        INoticeChannel channel, KnownPerson to, Mailbox.Batch batch, DateTimeOffset now, CancellationToken stop)
    {
        var lines = new Dictionary<string, NoticeLine>(StringComparer.Ordinal);
        foreach (var id in batch.Notices)
        {
            if (await notices.Find(id, stop) is not { } notice || notice.IsDealtWithBy(channel.Name)) continue;
            if (await obligations.Find(notice.Obligation, stop) is not { Disposition: null } owed) continue;
            var known = lines.GetValueOrDefault(owed.Id);
            if (known is null || known.Kind < notice.Kind) lines[owed.Id] = new NoticeLine(notice.Kind, owed);
        }

        // All has ended meanwhile, or an earlier try delivered it and died before it could say so.
        if (lines.Count == 0) return new Delivery.Taken();
        var ordered = lines.Values.OrderBy(line => line.Owed.DueAt).ThenBy(line => line.Owed.Id, StringComparer.Ordinal).ToList();
        var shown = ordered.Take(NoticeMessage.MostLines).ToList();
        return await channel.Send(new NoticeMessage(batch.Id, to, shown, ordered.Count - shown.Count, inbox, now), stop);
    }

    private async Task<Mailbox> After(
        INoticeChannel channel, Person to, Mailbox box, Mailbox.Batch batch, Delivery delivery, DateTimeOffset now, CancellationToken stop)
    {
        if (delivery is Delivery.Again again && batch.Tries + 1 < policy().Obligations.DeliveryTries)
        {
            var pause = Pause(batch.Tries, again.After);
            return box with { OnItsWay = batch with { Tries = batch.Tries + 1, NotBefore = now + pause, ClaimedUntil = now } };
        }

        var says = (delivery as Delivery.Again)?.Says ?? (delivery as Delivery.Never)?.Says;
        if (says is not null) await GiveUp(channel, to, batch, says, now, stop);
        foreach (var id in batch.Notices)
        {
            await notices.Change(
                id,
                one => one.IsDealtWithBy(channel.Name) ? one
                    : says is null ? one with { Took = [.. one.Took, channel.Name] }
                    : one with { Failed = [.. one.Failed, channel.Name] },
                stop);
        }

        return box with { OnItsWay = null, LastSentAt = now };
    }

    private async Task GiveUp(
        INoticeChannel channel, Person to, Mailbox.Batch batch, string says, DateTimeOffset now, CancellationToken stop)
    {
        var first = await notices.Find(batch.Notices[0], stop);
        if (first?.Obligation.StartsWith(Undelivered, StringComparison.Ordinal) == true) return;
        await obligations.Add(
            new Obligation
            {
                Id = $"{Undelivered}{channel.Name}-{IdOf([to.Account])[..12]}-{now:yyyyMMdd}",
                Owner = policy().Owner,
                Kind = ObligationKind.Repair,
                RaisedAt = now,
                DueAt = policy().DecideBy(now),
                Says = $"somebody could not be told by {channel.Name} what they owe: {Redaction.Redact(says)}; mend the channel",
                About = batch.Id,
            },
            stop);
    }

    private static TimeSpan Pause(int tries, TimeSpan? asked)
    {
        var grown = FirstPause * Math.Pow(2, Math.Min(tries, 10));
        var pause = grown < LongestPause ? grown : LongestPause;
        return asked > pause ? TimeSpan.FromTicks(Math.Min(asked.Value.Ticks, LongestAsked.Ticks)) : pause;
    }

    private static string IdOf(IReadOnlyList<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(0, 16));
}
