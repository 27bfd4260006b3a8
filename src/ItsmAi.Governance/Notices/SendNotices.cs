using ItsmAi.Desk.People;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Obligations.Owners;

namespace ItsmAi.Governance.Notices;

/// <summary>
/// Tells people what they owe: one message a person, channel and digest period, and what went up a level at once.
/// </summary>
public sealed class SendNotices(
    NoticeBook notices, ObligationBook obligations, OwnerDirectory owners, IReadOnlyList<INoticeChannel> channels,
    DeliverMessages deliver, TimeProvider clock)
{
    /// <summary>What was told is kept so long that no step can be tried again after it.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public async Task Send(CancellationToken stop)
    {
        var waiting = await notices.Waiting(stop);
        foreach (var group in waiting.GroupBy(notice => notice.To.Account, StringComparer.Ordinal))
        {
            var to = new Person(group.Key);
            var known = owners.Find(to) ?? new KnownPerson(to);
            await Tell(known, [.. group], stop);
        }
    }

    /// <summary>Forgets what was told long ago.</summary>
    public Task Forget(CancellationToken stop) => notices.Forget(clock.GetUtcNow() - Kept, stop);

    private async Task Tell(KnownPerson to, IReadOnlyList<Notice> waiting, CancellationToken stop)
    {
        var reach = channels.Where(channel => channel.Reaches(to)).ToList();
        var told = new List<Notice>();
        foreach (var notice in waiting)
        {
            if (reach.Count == 0) await Settle(notice, NoticeState.Unreachable, stop);
            else if (notice.Took.Count == 0 && await IsMoot(notice, stop)) await Settle(notice, NoticeState.Moot, stop);
            else told.Add(notice);
        }

        foreach (var channel in reach) await deliver.By(channel, to, told, stop);
        foreach (var notice in told) await SettleIfDone(notice.Id, reach, stop);
    }

    /// <summary>Nobody need hear of what has ended meanwhile.</summary>
    private async Task<bool> IsMoot(Notice notice, CancellationToken stop) =>
        await obligations.Find(notice.Obligation, stop) is { Disposition: not null };

    private async Task SettleIfDone(string id, List<INoticeChannel> reach, CancellationToken stop)
    {
        if (await notices.Find(id, stop) is not { State: NoticeState.Waiting } notice) return;
        if (!reach.TrueForAll(channel => notice.IsDealtWithBy(channel.Name))) return;
        await Settle(notice, notice.Took.Count > 0 ? NoticeState.Sent : NoticeState.Dead, stop);
    }

    private async Task Settle(Notice notice, NoticeState state, CancellationToken stop) =>
        await notices.Change(notice.Id, one => one with { State = state, SettledAt = clock.GetUtcNow() }, stop);
}
