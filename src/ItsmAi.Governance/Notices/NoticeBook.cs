using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Records;

namespace ItsmAi.Governance.Notices;

/// <summary>
/// The outbox: what people are to be told, kept until it was told. A notice lies under <c>n-</c> and its id; while it
/// waits, a mark lies under <c>q-</c>, so that looking for work does not read what was told long ago.
/// </summary>
public sealed class NoticeBook(IRecordStore store)
{
    private const string Collection = "notices";
    private const string Partition = "all";

    private static readonly byte[] Mark = "{}"u8.ToArray();

    /// <summary>Adding it again changes nothing.</summary>
    public Task Add(Notice notice, CancellationToken stop) => store.InsertTogether(
        [new NewRecord(Key("n-", notice.Id), Write(notice)), new NewRecord(Key("q-", notice.Id), Mark)], stop);

    public async Task<Notice?> Find(string id, CancellationToken stop) =>
        await store.Find(Key("n-", id), stop) is { } row ? Parse(row, NoticeJson.Default.Notice) : null;

    /// <summary>What waits to be told.</summary>
    public async Task<IReadOnlyList<Notice>> Waiting(CancellationToken stop)
    {
        var ids = new List<string>();
        await foreach (var row in store.Read(Collection, Partition, "q-", "q.", stop)) ids.Add(row.Key.Row[2..]);
        var waiting = new List<Notice>();
        foreach (var id in ids)
        {
            if (await Find(id, stop) is { State: NoticeState.Waiting } notice) waiting.Add(notice);
            else await Remove(Key("q-", id), stop);
        }

        return waiting;
    }

    public async IAsyncEnumerable<Notice> All([EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var row in store.Read(Collection, Partition, "n-", "n.", stop))
        {
            yield return Parse(row, NoticeJson.Default.Notice);
        }
    }

    /// <summary>Forgets what was told before this moment; what could not be told is kept.</summary>
    public async Task Forget(DateTimeOffset before, CancellationToken stop)
    {
        var old = new List<Record>();
        await foreach (var row in store.Read(Collection, Partition, "n-", "n.", stop))
        {
            var notice = Parse(row, NoticeJson.Default.Notice);
            if (notice.State is not (NoticeState.Waiting or NoticeState.Dead) && notice.SettledAt < before) old.Add(row);
        }

        foreach (var row in old) await store.Delete(row.Key, row.Version, stop);
    }

    internal async Task<Notice?> Change(string id, Func<Notice, Notice> change, CancellationToken stop)
    {
        while (await store.Find(Key("n-", id), stop) is { } row)
        {
            var after = change(Parse(row, NoticeJson.Default.Notice));
            if (await store.Replace(new NewRecord(row.Key, Write(after)), row.Version, stop) is WriteAnswer.Conflict) continue;
            if (after.State != NoticeState.Waiting) await Remove(Key("q-", id), stop);
            return after;
        }

        return null;
    }

    internal async Task<(Mailbox Mailbox, string? Version)> Mailbox(string channel, Person to, CancellationToken stop) =>
        await store.Find(BoxKey(channel, to), stop) is { } row
            ? (Parse(row, NoticeJson.Default.Mailbox), row.Version)
            : (Notices.Mailbox.Empty, null);

    /// <returns>The new version; null where somebody else was faster.</returns>
    internal async Task<string?> Keep(string channel, Person to, Mailbox mailbox, string? expected, CancellationToken stop)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(mailbox, NoticeJson.Default.Mailbox);
        var record = new NewRecord(BoxKey(channel, to), content);
        var answer = expected is null ? await store.Insert(record, stop) : await store.Replace(record, expected, stop);
        return (answer as WriteAnswer.Written)?.Version;
    }

    private async Task Remove(RecordKey key, CancellationToken stop)
    {
        if (await store.Find(key, stop) is { } row) await store.Delete(key, row.Version, stop);
    }

    private static RecordKey Key(string prefix, string id) => new(Collection, Partition, prefix + id);

    // An account's name may be longer than a key.
    private static RecordKey BoxKey(string channel, Person to) => new(
        Collection, "mailboxes",
        $"{channel}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(to.Account)).AsSpan(0, 12))}");

    private static byte[] Write(Notice notice) => JsonSerializer.SerializeToUtf8Bytes(notice, NoticeJson.Default.Notice);

    private static T Parse<T>(Record row, JsonTypeInfo<T> form)
        where T : class =>
        JsonSerializer.Deserialize(row.Content.Span, form) ?? throw new JsonException($"{row.Key} holds null");
}
