using ItsmAi.Desk.People;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Policy.Keeping;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Receipts.Pseudonyms;
using ItsmAi.Governance.Tests.Fakes;

namespace ItsmAi.Governance.Tests.Policy;

/// <summary>
/// A policy book over a store in memory, with past decisions of class vpn. A policy's text is its version, and maybe
/// <c>by:</c> an author and <c>protects:</c> a class; <c>bold</c> acts, every other one suggests.
/// </summary>
internal sealed class PolicyOffice : IDisposable
{
    private static readonly Person Self = new("itsmai");

    private PolicyOffice() => Restart();

    public MemoryStore Store { get; } = new();

    public FakeClock Clock { get; } = new();

    public ReceiptChain Chain { get; private set; } = null!;

    public ObligationBook Obligations { get; private set; } = null!;

    public PolicyBook Book { get; private set; } = null!;

    public static async Task<PolicyOffice> Open(int decisions = 0)
    {
        var office = new PolicyOffice();
        await office.Book.TakeFirst("first", Read("first").Policy!, Self, TestContext.Current.CancellationToken);
        for (var number = 0; number < decisions; number++) await office.Decide($"{number}");
        return office;
    }

    public static (PolicyDocument? Policy, PolicyProblem? Problem) Read(string text)
    {
        if (text == "nonsense") return (null, new PolicyProblem(3, 7, "it is nonsense"));
        var words = text.Split(' ');
        return (Some.Policy(words[0] == "bold" ? AutonomyLevel.Auto : AutonomyLevel.Suggest) with
        {
            Version = words[0],
            Author = After(words, "by:") is { } author ? new Person(author) : null,
            Protected = After(words, "protects:") is { } name ? [name] : [],
        }, null);
    }

    /// <summary>Forgets what a process forgets when it dies.</summary>
    public void Restart()
    {
        Chain?.Dispose();
        Chain = new ReceiptChain(Store);
        Obligations = new ObligationBook(Store, Chain, Clock);
        Book = new PolicyBook(Store, Chain, Obligations, Read, person => person == Self, Clock);
    }

    public Task Decide(string number) =>
        Chain.Append(Past.Decided(number) with { At = Clock.GetUtcNow() }, TestContext.Current.CancellationToken);

    public Task<PolicyAnswer> Propose(string text, string author) =>
        Book.Propose(text, new Person(author), TestContext.Current.CancellationToken);

    public Task<PolicyAnswer> Approve(string version, string by) =>
        Book.Approve(version, new Person(by), TestContext.Current.CancellationToken);

    public async Task<(long Sequence, string Version)> Pointer() =>
        await Book.Shelf.Active(TestContext.Current.CancellationToken) is { } pointer ? (pointer.Sequence, pointer.Version) : (0, "");

    /// <summary>The receipts of policies, in order; all of them share a shard.</summary>
    public async Task<IReadOnlyList<Receipt>> Receipts()
    {
        var hidden = await new DecisionBook(Store).Latest(1000, TestContext.Current.CancellationToken);
        var lines = await new NamesOnReceipts(Store).Show(hidden, TestContext.Current.CancellationToken);
        return [.. lines.Where(line => line.Receipt.PolicyVersion is not null && line.Receipt.Subject is null)
            .OrderBy(line => line.Sequence).Select(line => line.Receipt)];
    }

    public void Dispose() => Chain.Dispose();

    private static string? After(string[] words, string prefix) =>
        Array.Find(words, word => word.StartsWith(prefix, StringComparison.Ordinal))?[prefix.Length..];
}
