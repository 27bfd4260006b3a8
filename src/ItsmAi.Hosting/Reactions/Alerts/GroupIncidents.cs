using System.Runtime.CompilerServices;
using System.Text.Json;
using ItsmAi.Governance.Records;

namespace ItsmAi.Hosting.Reactions.Alerts;

/// <summary>The incidents of each source's groups, one record a group. One writer tends a source at a time.</summary>
public sealed class GroupIncidents(IRecordStore store)
{
    public async Task<GroupIncident?> Find(string source, string group, CancellationToken stop) =>
        await store.Find(KeyOf(source, group), stop) is { } row ? Parse(row) : null;

    /// <summary>All that are kept: those that go on, and those that ended while their group may still return.</summary>
    public async IAsyncEnumerable<GroupIncident> All(string source, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var row in store.Read("groupincidents", source, null, null, stop)) yield return Parse(row);
    }

    public async Task Keep(string source, GroupIncident incident, CancellationToken stop)
    {
        var key = KeyOf(source, incident.Group);
        var record = new NewRecord(key, JsonSerializer.SerializeToUtf8Bytes(incident, GroupIncidentJson.Default.GroupIncident));
        while (true)
        {
            var row = await store.Find(key, stop);
            var answer = row is null ? await store.Insert(record, stop) : await store.Replace(record, row.Version, stop);
            if (answer is WriteAnswer.Written) return;
        }
    }

    /// <summary>The group is gone and so is the need to find its incident again.</summary>
    public async Task Forget(string source, string group, CancellationToken stop)
    {
        var key = KeyOf(source, group);
        while (await store.Find(key, stop) is { } row)
            if (await store.Delete(key, row.Version, stop) is WriteAnswer.Written) return;
    }

    private static RecordKey KeyOf(string source, string group) => new("groupincidents", source, group);

    private static GroupIncident Parse(Record row)
    {
        var read = JsonSerializer.Deserialize(row.Content.Span, GroupIncidentJson.Default.GroupIncident)!;
        return read with { Others = read.Others ?? [], Round = Math.Max(1, read.Round) };
    }
}
