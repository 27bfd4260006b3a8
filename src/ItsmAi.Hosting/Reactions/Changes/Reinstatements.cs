using System.Globalization;
using System.Text.Json;
using ItsmAi.Changes.Standing;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Records;

namespace ItsmAi.Hosting.Reactions.Changes;

/// <summary>Which suspended models people trust again, one record each; the receipt comes first, and names who said so.</summary>
public sealed class Reinstatements(IRecordStore store, ReceiptChain receipts)
{
    private const string Collection = "reinstatements";

    public async Task<IReadOnlyList<Reinstatement>> All(CancellationToken stop)
    {
        var all = new List<Reinstatement>();
        await foreach (var row in store.Read(Collection, "all", null, null, stop))
            all.Add(JsonSerializer.Deserialize(row.Content.Span, ReinstatementJson.Default.Reinstatement)!);
        return all;
    }

    public async Task Keep(Reinstatement one, CancellationToken stop)
    {
        var at = one.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var decision = ReceiptAddress.DecisionOn($"model:{one.Model}", "reinstate", at);
        await receipts.Append(
            new Receipt
            {
                Id = $"{decision}-reinstated",
                Kind = ReceiptKind.ModelReinstated,
                At = one.At,
                Decision = decision,
                Actor = one.ApprovedBy.Account,
                Class = one.Model,
                Evidence = one.Reviewed,
                Result = "the model is trusted again; the reviews of what suspended it were held",
            },
            stop);
        var content = JsonSerializer.SerializeToUtf8Bytes(one, ReinstatementJson.Default.Reinstatement);
        await store.Insert(new NewRecord(new RecordKey(Collection, "all", $"{one.Model}-{at}"), content), stop);
    }
}
