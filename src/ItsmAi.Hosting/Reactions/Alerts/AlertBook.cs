using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ItsmAi.Desk.Events;
using ItsmAi.Governance.Records;
using ItsmAi.Incidents.Correlating;

namespace ItsmAi.Hosting.Reactions.Alerts;

/// <summary>
/// The alerts of each source as they came, and the groups that they make. An alert is written down before it is grouped,
/// and groups are made from what is written: whoever comes next, in this process or another, sees the same.
/// </summary>
public sealed class AlertBook(IRecordStore store, Func<CorrelationRules> rules)
{
    /// <summary>
    /// The groups are kept after so many alerts, or a quarter of those that they hold where that is more: a start reads no
    /// more than these, and keeping costs each alert the same however many are open.
    /// </summary>
    public const int KeptEvery = 256;

    private readonly ConcurrentDictionary<string, Source> _sources = new(StringComparer.Ordinal);

    /// <summary>Writes one alert down and puts it into its group. The same alert again counts up and changes nothing.</summary>
    public async Task Take(Event what, CancellationToken stop)
    {
        var name = what.Subject.Connection.Value;
        var source = _sources.GetOrAdd(name, _ => new Source());
        await source.Turn.WaitAsync(stop);
        try
        {
            await CatchUp(name, source, stop);
            var content = Encoding.UTF8.GetBytes(EventJson.Write(what));
            while (await store.Insert(new NewRecord(RowOf(name, source.Next), content), stop) is WriteAnswer.Conflict)
                await CatchUp(name, source, stop);
            await Put(name, source, what, stop);
            if (source.Next >= source.KeepAt) await Keep(name, source, stop);
        }
        finally
        {
            source.Turn.Release();
        }
    }

    /// <summary>The groups of a source that may still change, as they stand at this time.</summary>
    public async Task<CorrelationState> Read(string name, DateTimeOffset now, CancellationToken stop)
    {
        var source = _sources.GetOrAdd(name, _ => new Source());
        await source.Turn.WaitAsync(stop);
        try
        {
            await CatchUp(name, source, stop);
            var passed = LetTimePass.Until(source.State, now, rules());
            await Remember(name, passed.Absorbed, passed.AgedOut, stop);
            return source.State = passed.State;
        }
        finally
        {
            source.Turn.Release();
        }
    }

    /// <summary>A group that is no longer among them, as it was last; null where there was none.</summary>
    public async Task<AlertGroup?> Past(string name, string group, CancellationToken stop) =>
        await store.Find(new RecordKey("alertgroups", name, group), stop) is { } row
            ? CorrelationJson.ReadGroup(Encoding.UTF8.GetString(row.Content.Span))
            : null;

    /// <summary>The group that this one turned out to be part of; null where it stands by itself.</summary>
    public async Task<string?> PartOf(string name, string group, CancellationToken stop)
    {
        string? whole = null;
        for (var at = group; await store.Find(MergeOf(name, at), stop) is { } row; at = whole)
            whole = Encoding.UTF8.GetString(row.Content.Span);
        return whole;
    }

    private async Task CatchUp(string name, Source source, CancellationToken stop)
    {
        if (source.Next == 0 && await store.Find(KeptOf(name), stop) is { } kept)
        {
            var end = kept.Content.Span.IndexOf((byte)'\n');
            source.State = CorrelationJson.ReadState(kept.Content.Span[(end + 1)..]);
            source.Next = long.Parse(kept.Content.Span[..end], CultureInfo.InvariantCulture);
            source.Kept(kept.Version);
        }

        await foreach (var row in store.Read("alerts", name, RowOf(name, source.Next).Row, null, stop))
        {
            if (EventJson.Read(Encoding.UTF8.GetString(row.Content.Span)) is not { Alert: not null } what)
                throw new JsonException($"{row.Key} is not an alert");
            await Put(name, source, what, stop);
        }
    }

    private async Task Put(string name, Source source, Event what, CancellationToken stop)
    {
        var step = CorrelateAlert.Step(source.State, what.Alert!, what.ReceivedAt, rules());
        await Remember(name, step.Absorbed, step.AgedOut, stop);
        source.State = step.State;
        source.Next++;
    }

    /// <summary>What leaves the state is kept before it is forgotten; repeated, it finds itself there.</summary>
    private async Task Remember(
        string name, IReadOnlyList<Absorption> absorbed, IReadOnlyList<AlertGroup> agedOut, CancellationToken stop)
    {
        foreach (var one in absorbed)
            await store.Insert(new NewRecord(MergeOf(name, one.Group), Encoding.UTF8.GetBytes(one.Into)), stop);
        foreach (var past in agedOut)
        {
            var key = new RecordKey("alertgroups", name, past.Id);
            await store.Insert(new NewRecord(key, Encoding.UTF8.GetBytes(CorrelationJson.Write(past))), stop);
        }
    }

    private async Task Keep(string name, Source source, CancellationToken stop)
    {
        var key = KeptOf(name);
        using var content = new MemoryStream();
        content.Write(Encoding.UTF8.GetBytes($"{source.Next}\n"));
        CorrelationJson.Write(source.State, content);
        var record = new NewRecord(key, content.GetBuffer().AsMemory(0, (int)content.Length));
        var answer = source.Version is { } version ? await store.Replace(record, version, stop) : await store.Insert(record, stop);

        // Another process kept its own, which serves as well; the next time goes by that one's version.
        source.Kept(answer is WriteAnswer.Written written ? written.Version : (await store.Find(key, stop))?.Version);
    }

    private static RecordKey MergeOf(string name, string group) => new("alertmerges", name, group);

    private static RecordKey KeptOf(string name) => new("settings", "alertgroups", name);

    private static RecordKey RowOf(string name, long number) => new("alerts", name, $"{number:D12}");

    private sealed class Source
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public CorrelationState State { get; set; } = CorrelationState.Empty;

        /// <summary>The number of the next alert.</summary>
        public long Next { get; set; }

        /// <summary>The next alert's number when the groups are to be kept.</summary>
        public long KeepAt { get; private set; } = KeptEvery;

        /// <summary>The version of the groups that were kept last; null where none were.</summary>
        public string? Version { get; private set; }

        public void Kept(string? version)
        {
            Version = version;
            KeepAt = Next + Math.Max(KeptEvery, State.Groups.Sum(group => group.Lines.Count) / 4);
        }
    }
}
