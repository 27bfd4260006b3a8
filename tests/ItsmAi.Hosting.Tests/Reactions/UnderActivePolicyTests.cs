using ItsmAi.Connectors.Policies;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Policy.Keeping;
using ItsmAi.Governance.Receipts;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Reactions;
using ItsmAi.Hosting.Standalone;
using ItsmAi.Hosting.Tests.Commands.Policy;

namespace ItsmAi.Hosting.Tests.Reactions;

public sealed class UnderActivePolicyTests : IDisposable
{
    private readonly PolicyDesk _desk = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task The_next_message_and_the_next_tick_are_handled_under_what_another_process_put_into_force()
    {
        await using var data = await DataFolder.OpenOrMake(_desk.Data, new(), _desk.Clock, Stop);
        using var receipts = new ReceiptChain(data.Records);
        var book = new PolicyBook(
            data.Records, receipts, new ObligationBook(data.Records, receipts, _desk.Clock), PolicyFile.Read, _ => false, _desk.Clock);
        var policy = await ActivePolicy.Begin(book, PolicyDesk.Meek, PolicyFile.Read(PolicyDesk.Meek).Policy!, new Person("itsmai"), Stop);
        var seen = new List<string>();
        var under = new UnderActivePolicy(policy, _ => Task.CompletedTask);
        var message = under.Before((string _, CancellationToken _) => See());
        var tick = under.Before((DateTimeOffset _, CancellationToken _) => See());

        await message("x", Stop);
        Assert.Equal(0, (await _desk.Run("policy activate DIR/bold.yaml --author ana --by ben --data DATA")).Exit);
        await message("x", Stop);
        Assert.Equal(0, (await _desk.Run("policy activate DIR/meek.yaml --author ana --by ben --data DATA")).Exit);
        await tick(_desk.Clock.GetUtcNow(), Stop);

        string[] expected = [PolicyDesk.VersionOf(PolicyDesk.Meek), PolicyDesk.VersionOf(PolicyDesk.Bold), PolicyDesk.VersionOf(PolicyDesk.Meek)];
        Assert.Equal(expected, seen);

        Task<Handling> See()
        {
            seen.Add(policy.Current.Version);
            return Task.FromResult<Handling>(new Handling.Done());
        }
    }

    [Fact]
    public async Task Where_what_is_in_force_cannot_be_read_nothing_is_handled_now()
    {
        await using var data = await DataFolder.OpenOrMake(_desk.Data, new(), _desk.Clock, Stop);
        using var receipts = new ReceiptChain(data.Records);
        var reads = 0;
        var book = new PolicyBook(
            data.Records, receipts, new ObligationBook(data.Records, receipts, _desk.Clock),
            text => reads++ < 3 ? PolicyFile.Read(text) : (null, new(1, 1, "it is of a newer form")), _ => false, _desk.Clock);
        var policy = ActivePolicy.Unkept(book, PolicyFile.Read(PolicyDesk.Meek).Policy!);
        await book.Propose(PolicyDesk.Bold, new Person("ana"), Stop);
        await book.Approve(PolicyDesk.VersionOf(PolicyDesk.Bold), new Person("ben"), Stop);
        reads = 3;
        var message = new UnderActivePolicy(policy, _ => Task.CompletedTask).Before((string _, CancellationToken _) => throw new InvalidOperationException("handled"));

        Assert.Contains("cannot be read by this program", Assert.IsType<Handling.Again>(await message("x", Stop)).Says, StringComparison.Ordinal);
    }
}
