using System.Diagnostics.CodeAnalysis;
using ItsmAi.Connectors.Policies;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Duties;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Policy.Keeping;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Records;
using ItsmAi.Hosting.Standalone;

namespace ItsmAi.Hosting.Commands;

/// <summary>Governance over a data folder, under the policy that is in force there, for one command.</summary>
[SuppressMessage("Reliability", "CA2000", Justification = "The folder is closed with this.")]
internal sealed class Governed : IAsyncDisposable
{
    private readonly DataFolder _folder;
    private readonly ReceiptChain _receipts;

    private Governed(DataFolder folder, PolicyDocument policy, SegregationOfDuties duties, TimeProvider clock)
    {
        _folder = folder;
        _receipts = new ReceiptChain(folder.Records);
        var obligations = new ObligationBook(folder.Records, _receipts, clock);
        Ladder = new Ladder(folder.Records, _receipts, obligations, () => policy, duties, new CarryOutOptions().Self, clock);
        Standings = new Standings(Ladder.Records, Ladder.Taxonomy, () => policy, clock);
    }

    public IRecordStore Records => _folder.Records;

    public Ladder Ladder { get; }

    public Standings Standings { get; }

    /// <exception cref="FormatException">Nothing was ever served from there, or its policy cannot be read.</exception>
    public static async Task<Governed> Open(string data, TimeProvider clock, CancellationToken stop)
    {
        var folder = await DataOption.Open(data, clock, stop);
        var duties = (await new DutyBook(folder.Records, clock).Read(stop)).Duties();
        return new Governed(folder, await PolicyOf(folder, stop), duties, clock);
    }

    public async ValueTask DisposeAsync()
    {
        _receipts.Dispose();
        await _folder.DisposeAsync();
    }

    private static async Task<PolicyDocument> PolicyOf(DataFolder folder, CancellationToken stop)
    {
        var shelf = new PolicyShelf(folder.Records);
        return await shelf.Active(stop) is { } pointer && await shelf.Find(pointer.Version, stop) is { } kept
            ? PolicyFile.Read(kept.Text).Policy
                ?? throw new FormatException($"policy: version {pointer.Version} cannot be read by this program")
            : throw new FormatException("data: no policy is in force there yet; serve from it once, or activate one");
    }
}
