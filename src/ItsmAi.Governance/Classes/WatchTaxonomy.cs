using ItsmAi.Desk.People;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;

namespace ItsmAi.Governance.Classes;

/// <summary>Counts from the receipts how classes are used; what is outdated becomes the category owner's obligation.</summary>
public sealed class WatchTaxonomy(
    DecisionBook book, TaxonomyBook taxonomy, ObligationBook obligations, Func<PolicyDocument> policy, TimeProvider clock)
{
    public async Task Sweep(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var document = policy();
        var classes = await taxonomy.Read(stop);
        var usage = await Usage(classes, now - document.Autonomy.Window, stop);
        foreach (var (about, says) in TaxonomyAge.Findings(classes, usage, document.Autonomy, now))
        {
            await obligations.Add(
                new Obligation
                {
                    Id = $"taxonomy-{ReceiptAddress.DecisionOn($"class:{about.Id}", "age", $"{now:yyyy-MM}")}",
                    Owner = about.Owner is { } owner ? new Person(owner) : document.Owner,
                    RaisedAt = now,
                    DueAt = document.DecideBy(now),
                    Says = says,
                    About = about.Id,
                },
                stop);
        }
    }

    private async Task<Dictionary<string, ClassUsage>> Usage(Taxonomy classes, DateTimeOffset since, CancellationToken stop)
    {
        var usage = new Dictionary<string, ClassUsage>(StringComparer.Ordinal);
        await foreach (var bytes in book.Lines(stop))
        {
            var receipt = DecisionBook.Parse(bytes).Receipt;
            if (ClassOf(receipt, classes) is not { } id) continue;
            var before = usage.GetValueOrDefault(id) ?? new ClassUsage(receipt.At, 0);
            usage[id] = new ClassUsage(
                receipt.At > before.LastUsed ? receipt.At : before.LastUsed, before.Tickets + (receipt.At > since ? 1 : 0));
        }

        return usage;
    }

    /// <summary>The class that a ticket was filed under by this step; null where it says nothing of that.</summary>
    private static string? ClassOf(Receipt receipt, Taxonomy classes) => receipt switch
    {
        { Kind: ReceiptKind.Decided } => receipt.ClassId,
        { Kind: ReceiptKind.Outcome, Field: "category", To: { } label } => classes.Find(label)?.Id,
        _ => null,
    };
}
