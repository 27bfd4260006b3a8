using System.Text.Json;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Records;

namespace ItsmAi.Governance.Classes;

/// <summary>Keeps the classes. Every change has a receipt with the name of whoever made it, written first.</summary>
public sealed class TaxonomyBook(IRecordStore store, ReceiptChain receipts, TimeProvider clock)
{
    private static readonly RecordKey Key = new("settings", "taxonomy", "current");

    private volatile Stored? _last;

    public async Task<Taxonomy> Read(CancellationToken stop) => (await Load(stop))?.Taxonomy ?? Taxonomy.Empty;

    /// <summary>The classes as one JSON object.</summary>
    public static string Json(Taxonomy taxonomy) => JsonSerializer.Serialize(taxonomy, TaxonomyJson.Default.Taxonomy);

    /// <summary>Makes a change that a person asked for.</summary>
    /// <returns>The classes after it, or why nothing changed.</returns>
    public async Task<TaxonomyAnswer> Change(
        ReceiptKind kind, string label, string because, Person by, Func<Taxonomy, TaxonomyAnswer> change, CancellationToken stop)
    {
        if (change(await Read(stop)) is TaxonomyAnswer.Refused refused) return refused;
        var now = clock.GetUtcNow();
        var decision = ReceiptAddress.DecisionOn($"class:{label}", kind.ToString(), now.ToString("O"));
        await receipts.Append(
            new Receipt
            {
                Id = $"{decision}-{kind}".ToLowerInvariant(),
                Kind = kind,
                At = now,
                Decision = decision,
                Actor = by.Account,
                Class = label,
                ClassId = (await Read(stop)).Find(label)?.Id,
                Because = because,
            },
            stop);
        return await Store(change, stop);
    }

    /// <summary>
    /// Another model came into use: its receipt lists what stays blocked. The same model again changes nothing.
    /// </summary>
    public async Task<Taxonomy> Activate(string version, IReadOnlyList<string> labels, Person self, CancellationToken stop)
    {
        var before = await Read(stop);
        if (before.Model is { } there && there.Version == version && labels.All(label => before.Find(label) is not null)) return before;
        var now = clock.GetUtcNow();
        var model = new ModelInForce(version, now, labels);
        var decision = ReceiptAddress.DecisionOn("model", version, $"after {before.Model?.Version} of {before.Model?.Since:O}");
        await receipts.Append(
            new Receipt
            {
                Id = $"{decision}-modelactivated",
                Kind = ReceiptKind.ModelActivated,
                At = now,
                Decision = decision,
                Actor = self.Account,
                Because = $"model {version} with {labels.Count} labels follows {before.Model?.Version ?? "none"}",
                Reasons = [.. before.Classes.Where(one => one.Block is not null && !one.IsRetired)
                    .Select(one => $"still blocked: {one.Label} ({one.Id}): {one.Block!.Reason}")],
            },
            stop);
        var answer = await Store(taxonomy => new TaxonomyAnswer.Changed(ChangeTaxonomy.Activate(taxonomy, model)), stop);
        return ((TaxonomyAnswer.Changed)answer).Now;
    }

    private async Task<TaxonomyAnswer> Store(Func<Taxonomy, TaxonomyAnswer> change, CancellationToken stop)
    {
        while (true)
        {
            var row = await Load(stop);
            var wanted = change(row?.Taxonomy ?? Taxonomy.Empty);
            if (wanted is not TaxonomyAnswer.Changed changed) return wanted;
            var record = new NewRecord(Key, JsonSerializer.SerializeToUtf8Bytes(changed.Now, TaxonomyJson.Default.Taxonomy));
            var answer = row is null ? await store.Insert(record, stop) : await store.Replace(record, row.Version, stop);
            if (answer is WriteAnswer.Written) return changed;
        }
    }

    /// <summary>Parsed only when it changed: every decision asks.</summary>
    private async Task<Stored?> Load(CancellationToken stop)
    {
        if (await store.Find(Key, stop) is not { } row) return null;
        if (_last is { } last && last.Version == row.Version) return last;
        var taxonomy = JsonSerializer.Deserialize(row.Content.Span, TaxonomyJson.Default.Taxonomy) ?? Taxonomy.Empty;
        return _last = new Stored(taxonomy, row.Version);
    }

    private sealed record Stored(Taxonomy Taxonomy, string Version);
}
