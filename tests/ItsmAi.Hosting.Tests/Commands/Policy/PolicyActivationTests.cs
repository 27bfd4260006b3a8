using System.Text.Json;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Policy.Keeping;
using ItsmAi.Governance.Receipts;
using ItsmAi.Hosting.Standalone;

namespace ItsmAi.Hosting.Tests.Commands.Policy;

/// <summary>The way of a policy into force, from the command line and at a start.</summary>
public sealed class PolicyActivationTests : IDisposable
{
    private readonly PolicyDesk _desk = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Replay_shows_what_comes_out_otherwise_and_how_that_turned_out()
    {
        await _desk.Start(PolicyDesk.Meek);
        await _desk.Decide(PolicyDesk.Meek, count: 20, wrong: 2);

        var (exit, output, _) = await _desk.Run("policy replay DIR/bold.yaml --data DATA");
        using var json = JsonDocument.Parse((await _desk.Run("policy replay DIR/bold.yaml --data DATA --json")).Output);

        Assert.Equal(0, exit);
        Assert.Contains("20 past decisions under policy", output, StringComparison.Ordinal);
        Assert.Contains("\n+20 acts of Route\n", output, StringComparison.Ordinal);
        Assert.Contains(
            "Route vpn: Propose at Suggest -> Act at Auto: 20, of which 18 accepted, 2 overridden; "
            + "wrong 2 of 20 with a known outcome (0.028 to 0.301)\n", output, StringComparison.Ordinal);
        Assert.Equal(2, json.RootElement.GetProperty("groups")[0].GetProperty("wrong").GetProperty("wrong").GetInt32());
        Assert.Contains("0 come out otherwise", (await _desk.Run("policy replay DIR/meek.yaml --data DATA")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_in_a_protected_class_is_a_finding_and_takes_a_second_person()
    {
        await _desk.Start(PolicyDesk.Meek);
        await _desk.Decide(PolicyDesk.Meek, count: 3);

        var replayed = await _desk.Run("policy replay DIR/guarded.yaml --data DATA");
        var alone = await _desk.Run("policy activate DIR/guarded.yaml --author ana --by ben --data DATA");
        var same = await _desk.Run("policy activate DIR/guarded.yaml --author ana --by ben --second ben --data DATA");
        var both = await _desk.Run("policy activate DIR/guarded.yaml --author ana --by ben --second cleo --data DATA");

        Assert.Equal((1, 1, 1, 0), (replayed.Exit, alone.Exit, same.Exit, both.Exit));
        Assert.Contains("PROTECTED Route vpn", replayed.Output, StringComparison.Ordinal);
        Assert.Contains("a second person has to approve it", alone.Output, StringComparison.Ordinal);
        Assert.EndsWith($"policy {PolicyDesk.VersionOf(PolicyDesk.Bold + "protected: [vpn]\n")} is in force\n", both.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await _desk.Run("receipts verify --data DATA")).Exit);
    }

    [Theory]
    [InlineData("ana", "by: \"ana\" wrote this policy; somebody else approves it")]
    [InlineData("itsmai", "by: \"itsmai\" is an account of the product; only a person may sign")]
    public async Task Whoever_may_not_approve_is_told_and_nothing_changes(string by, string says)
    {
        await _desk.Start(PolicyDesk.Meek);

        var (exit, _, error) = await _desk.Run($"policy activate DIR/bold.yaml --author ana --by {by} --data DATA");

        Assert.Equal((2, says + "\n"), (exit, error));
        Assert.Equal(PolicyDesk.VersionOf(PolicyDesk.Meek), await Active());
    }

    [Fact]
    public async Task A_restart_with_an_edited_file_leaves_what_is_in_force_and_its_owner_owes()
    {
        Assert.DoesNotContain("policy", await _desk.Start(PolicyDesk.Meek), StringComparison.Ordinal);

        var log = await _desk.Start(PolicyDesk.Bold);
        await _desk.Start(PolicyDesk.Bold);

        Assert.Contains("activate or restore it", log, StringComparison.Ordinal);
        Assert.Equal(PolicyDesk.VersionOf(PolicyDesk.Meek), await Active());
        var owed = Assert.Single(await Owed(), one => one.Id.StartsWith("policy-", StringComparison.Ordinal));
        Assert.Equal(("lead", $"policy-{PolicyDesk.VersionOf(PolicyDesk.Bold)}"), (owed.Owner.Account, owed.Id));

        Assert.Equal(0, (await _desk.Run("policy activate DIR/bold.yaml --author ana --by ben --data DATA")).Exit);
        Assert.Equal(("ben", Disposition.Done), await Ended(owed.Id));
        Assert.DoesNotContain("policy", await _desk.Start(PolicyDesk.Bold), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_replays_to_what_it_says_and_one_that_does_not_is_found()
    {
        await _desk.Start(PolicyDesk.Meek);
        var decided = await _desk.Decide(PolicyDesk.Meek, count: 1);
        var forged = await Forge(decided);

        var same = await _desk.Run($"receipts replay {decided.Decision} --data DATA");
        var other = await _desk.Run($"receipts replay {forged} --data DATA");

        Assert.Equal((0, 1), (same.Exit, other.Exit));
        Assert.Contains("Propose at Suggest by rule all, and the same when replayed", same.Output, StringComparison.Ordinal);
        Assert.Contains("recorded Act at Auto by rule all\n", other.Output, StringComparison.Ordinal);
        Assert.Contains("replayed Propose at Suggest by rule all", other.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await _desk.Run("receipts replay 1-beef --data DATA")).Exit);
    }

    [Fact]
    public async Task A_receipt_of_an_unknown_policy_cannot_be_replayed()
    {
        await _desk.Start(PolicyDesk.Meek);
        var decided = await _desk.Decide(PolicyDesk.Bold, count: 1);

        var (exit, _, error) = await _desk.Run($"receipts replay {decided.Decision} --data DATA");

        Assert.Equal(2, exit);
        Assert.Contains($"version \"{decided.PolicyVersion}\" is not kept", error, StringComparison.Ordinal);
    }

    private async Task<string> Forge(Receipt decided)
    {
        await using var data = await DataFolder.OpenOrMake(_desk.Data, new(), _desk.Clock, Stop);
        using var chain = new ReceiptChain(data.Records);
        var decision = ReceiptAddress.DecisionOn("rt-main:900", "Route", "created");
        await chain.Append(
            decided with
            {
                Id = $"{decision}-decided",
                Decision = decision,
                Verdict = Governance.Policy.Verdict.Act,
                Level = Governance.Autonomy.AutonomyLevel.Auto,
            },
            Stop);
        return decision;
    }

    private async Task<string> Active()
    {
        await using var data = await DataFolder.OpenOrMake(_desk.Data, new(), _desk.Clock, Stop);
        return (await new PolicyShelf(data.Records).Active(Stop))!.Version;
    }

    private async Task<IReadOnlyList<Obligation>> Owed()
    {
        await using var data = await DataFolder.OpenOrMake(_desk.Data, new(), _desk.Clock, Stop);
        var owed = new List<Obligation>();
        await foreach (var one in new ObligationBook(data.Records, new ReceiptChain(data.Records), _desk.Clock).All(Stop)) owed.Add(one);
        return owed;
    }

    private async Task<(string? By, Disposition? How)> Ended(string id)
    {
        var one = (await Owed()).Single(one => one.Id == id);
        return (one.DisposedBy, one.Disposition);
    }
}
