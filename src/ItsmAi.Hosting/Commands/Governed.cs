using System.Diagnostics.CodeAnalysis;
using ItsmAi.Connectors.Policies;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Hosting.Standalone;

namespace ItsmAi.Hosting.Commands;

/// <summary>Governance over a data folder, under the policy that is in force there, for one command.</summary>
[SuppressMessage("Reliability", "CA2000", Justification = "The folder is closed with this.")]
internal sealed class Governed : IAsyncDisposable
{
    private readonly DataFolder _folder;

    private Governed(DataFolder folder, PolicyDocument policy, TimeProvider clock)
    {
        _folder = folder;
        Policy = policy;
        Receipts = new ReceiptChain(folder.Records);
        Obligations = new ObligationBook(folder.Records, clock);
        Ladder = new Ladder(folder.Records, Receipts, Obligations, () => policy, new CarryOutOptions().Self, clock);
        Standings = new Standings(Ladder.Records, Ladder.Taxonomy, () => policy, clock);
    }

    public PolicyDocument Policy { get; }

    public ReceiptChain Receipts { get; }

    public ObligationBook Obligations { get; }

    public Ladder Ladder { get; }

    public Standings Standings { get; }

    public static async Task<Governed> Open(string data, TimeProvider clock, CancellationToken stop)
    {
        var folder = await DataOption.Open(data, clock, stop);
        return new Governed(folder, PolicyFile.Read("version: 1\nowner: nobody\n").Policy!, clock);
    }

    public async ValueTask DisposeAsync()
    {
        Receipts.Dispose();
        await _folder.DisposeAsync();
    }
}
