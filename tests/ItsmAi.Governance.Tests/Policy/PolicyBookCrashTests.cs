using System.Text;
using ItsmAi.Governance.Policy.Keeping;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Tests.Fakes;

namespace ItsmAi.Governance.Tests.Policy;

public sealed class PolicyBookCrashTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("bold")]
    [InlineData("bold protects:vpn")]
    public async Task A_death_at_any_operation_and_a_repeat_end_as_if_nothing_had_happened(string text)
    {
        var whole = await State(text, dieAt: int.MaxValue);
        Assert.Contains("\"version\":\"bold\"", whole.Pointer, StringComparison.Ordinal);
        Assert.True(whole.Operations > 20);

        for (var dieAt = 1; dieAt <= whole.Operations; dieAt++)
        {
            var broken = await State(text, dieAt);

            Assert.True(whole.Receipts.SequenceEqual(broken.Receipts), $"died at operation {dieAt}: {string.Join(' ', broken.Receipts)}");
            Assert.True(whole.Pointer == broken.Pointer, $"died at operation {dieAt}: {broken.Pointer}");
        }
    }

    [Fact]
    public async Task A_death_in_the_first_start_and_another_configuration_leave_one_first_policy()
    {
        for (var dieAt = 1; dieAt <= 12; dieAt++)
        {
            using var office = await PolicyOffice.Open();
            office.Store.Tamper(new("policies", "active", "pointer"), _ => null);
            await Dying(office, dieAt, () => office.Book.TakeFirst("meek", PolicyOffice.Read("meek").Policy!, new("itsmai"), Stop));

            var pointer = await office.Book.TakeFirst("bold", PolicyOffice.Read("bold").Policy!, new("itsmai"), Stop);

            Assert.Equal("first", pointer.Version);
        }
    }

    /// <summary>The receipt of an activation is there before the pointer moves: a death between them is played.</summary>
    [Fact]
    public async Task Of_two_versions_that_are_approved_for_the_same_turn_the_one_with_the_receipt_comes_into_force()
    {
        using var office = await PolicyOffice.Open();
        await office.Propose("bold", "ana");
        await office.Propose("meek", "ana");
        office.Store.At = at =>
        {
            if (at == "before replace") throw new Crash();
        };
        await Assert.ThrowsAsync<Crash>(() => office.Approve("bold", "ben"));
        office.Store.At = _ => { };
        Assert.Equal((1, "first"), await office.Pointer());

        Assert.Contains("bold came into force meanwhile", Assert.IsType<PolicyAnswer.Refused>(await office.Approve("meek", "ben")).Says, StringComparison.Ordinal);
        Assert.Equal((2, "bold"), await office.Pointer());
        Assert.IsType<PolicyAnswer.Activated>(await office.Approve("meek", "ben"));
        Assert.Equal((3, "meek"), await office.Pointer());
        Assert.True((await VerifyReceipts.Walk(office.Store, Stop)).Holds);
    }

    private static async Task<(int Operations, IReadOnlyList<string> Receipts, string Pointer)> State(string text, int dieAt)
    {
        using var office = await PolicyOffice.Open(decisions: 2);
        var operations = await Dying(office, dieAt, () => Whole(office, text));
        await Whole(office, text);
        Assert.True((await VerifyReceipts.Walk(office.Store, Stop)).Holds);
        var pointer = await office.Store.Find(new("policies", "active", "pointer"), Stop);
        var receipts = await office.Receipts();
        return (operations, [.. receipts.Select(one => $"{one.Id} {one.Actor}")], Encoding.UTF8.GetString(pointer!.Content.Span));
    }

    private static async Task Whole(PolicyOffice office, string text)
    {
        await office.Propose(text, "ana");
        await office.Approve("bold", "ben");
        await office.Approve("bold", "cleo");
    }

    private static async Task<int> Dying(PolicyOffice office, int dieAt, Func<Task> work)
    {
        var operations = 0;
        office.Store.At = _ =>
        {
            if (++operations == dieAt) throw new Crash();
        };
        try
        {
            await work();
        }
        catch (Crash)
        {
            office.Restart();
        }

        office.Store.At = _ => { };
        return operations;
    }
}
