using System.Runtime.CompilerServices;
using System.Text.Json;
using ItsmAi.Governance.Records;

namespace ItsmAi.Governance.Obligations;

/// <summary>
/// Where obligations lie: each under its id in <c>all</c>, and while anything can still come of it a mark in
/// <c>open</c>, so that a sweep does not read what ended long ago.
/// </summary>
internal sealed class ObligationRows(IRecordStore store)
{
    private const string Collection = "obligations";
    private const string Everything = "all";
    private const string Open = "open";

    private static readonly byte[] Sign = "{}"u8.ToArray();

    public async Task<(Obligation Owed, string Version)?> Find(string id, CancellationToken stop) =>
        await store.Find(KeyOf(id), stop) is { } row ? (Parse(row), row.Version) : null;

    /// <summary>
    /// The mark comes before the row: a mark without a row is harmless, a row without one would be missed.
    /// </summary>
    public Task Mark(string id, CancellationToken stop) =>
        store.Insert(new NewRecord(new RecordKey(Collection, Open, id), Sign), stop);

    public async Task Unmark(string id, CancellationToken stop)
    {
        var key = new RecordKey(Collection, Open, id);
        if (await store.Find(key, stop) is { } row) await store.Delete(key, row.Version, stop);
    }

    public Task Insert(Obligation owed, CancellationToken stop) => store.Insert(new NewRecord(KeyOf(owed.Id), Write(owed)), stop);

    /// <returns>False where somebody else changed it meanwhile.</returns>
    public async Task<bool> Replace(Obligation owed, string version, CancellationToken stop) =>
        await store.Replace(new NewRecord(KeyOf(owed.Id), Write(owed)), version, stop) is WriteAnswer.Written;

    public async Task<IReadOnlyList<string>> Marked(CancellationToken stop)
    {
        var ids = new List<string>();
        await foreach (var row in store.Read(Collection, Open, null, null, stop)) ids.Add(row.Key.Row);
        return ids;
    }

    public async IAsyncEnumerable<Obligation> All([EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var row in store.Read(Collection, Everything, null, null, stop)) yield return Parse(row);
    }

    private static RecordKey KeyOf(string id) => new(Collection, Everything, id);

    private static byte[] Write(Obligation owed) => JsonSerializer.SerializeToUtf8Bytes(owed, ObligationJson.Default.Obligation);

    private static Obligation Parse(Record row) =>
        JsonSerializer.Deserialize(row.Content.Span, ObligationJson.Default.Obligation)
        ?? throw new JsonException($"{row.Key} holds null");
}
