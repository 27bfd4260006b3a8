using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Policy.Keeping;
using ItsmAi.Governance.Receipts;

namespace ItsmAi.Governance.Tests.Policy;

public sealed class PolicyBookTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_configurations_policy_is_the_first()
    {
        using var office = await PolicyOffice.Open();

        var receipt = Assert.Single(await office.Receipts());
        Assert.Equal((ReceiptKind.PolicyActivated, "itsmai", "first"), (receipt.Kind, receipt.Actor, receipt.PolicyVersion));
        Assert.Equal("the configuration's policy is the first", receipt.Because);
        Assert.Equal("first", (await office.Book.Shelf.Active(Stop))!.Version);
    }

    [Fact]
    public async Task Somebody_else_brings_a_policy_into_force()
    {
        using var office = await PolicyOffice.Open(decisions: 3);

        Assert.IsType<PolicyAnswer.Proposed>(await office.Propose("bold", "ana"));
        Assert.Equal("first", (await office.Book.Shelf.Active(Stop))!.Version);
        var activated = Assert.IsType<PolicyAnswer.Activated>(await office.Approve("bold", "ben"));

        Assert.Equal(3, activated.Replay!.FlipCount);
        Assert.Equal((2, "bold"), await office.Pointer());
        var receipts = await office.Receipts();
        Assert.Equal(
            [ReceiptKind.PolicyActivated, ReceiptKind.PolicyProposed, ReceiptKind.PolicyActivated], receipts.Select(one => one.Kind));
        Assert.Equal(("ben", "bold", "policy bold comes into force instead of first"), (receipts[2].Actor, receipts[2].PolicyVersion, receipts[2].Headline));
        Assert.Equal("3 of 3 past decisions come out otherwise, 0 of them in protected classes", receipts[2].Result);
        Assert.Equal([receipts[1].Id], receipts[2].Evidence!);
    }

    [Theory]
    [InlineData("ana", "wrote this policy")]
    [InlineData("ANA", "wrote this policy")]
    [InlineData("carl", "wrote this policy")]
    [InlineData("itsmai", "only a person may sign")]
    [InlineData(" ", "a person's account is needed")]
    public async Task Neither_an_author_nor_the_product_approves(string account, string says)
    {
        using var office = await PolicyOffice.Open();
        await office.Propose("bold by:carl", "ana");
        var before = office.Store.Count;

        var refused = Assert.IsType<PolicyAnswer.Refused>(await office.Approve("bold", account));

        Assert.Contains(says, refused.Says, StringComparison.Ordinal);
        Assert.Equal((before, (1, "first")), (office.Store.Count, await office.Pointer()));
    }

    [Fact]
    public async Task Whoever_put_the_same_text_forward_again_is_its_author_too()
    {
        using var office = await PolicyOffice.Open();
        await office.Propose("bold", "ana");
        await office.Propose("bold", "ben");

        Assert.IsType<PolicyAnswer.Refused>(await office.Approve("bold", "ben"));
        Assert.IsType<PolicyAnswer.Refused>(await office.Approve("bold", "ana"));
    }

    [Fact]
    public async Task The_product_puts_nothing_forward()
    {
        using var office = await PolicyOffice.Open();

        Assert.IsType<PolicyAnswer.Refused>(await office.Propose("bold", "itsmai"));
        Assert.Null(await office.Book.Shelf.Find("bold", Stop));
    }

    [Fact]
    public async Task A_bad_policy_is_refused_with_its_place_and_changes_nothing()
    {
        using var office = await PolicyOffice.Open();
        var before = office.Store.Count;

        var unreadable = Assert.IsType<PolicyAnswer.Unreadable>(await office.Propose("nonsense", "ana"));

        Assert.Equal((3, 7), (unreadable.Problem.Line, unreadable.Problem.Column));
        Assert.IsType<PolicyAnswer.Unknown>(await office.Approve("nonsense", "ben"));
        Assert.Equal((before, (1, "first")), (office.Store.Count, await office.Pointer()));
    }

    [Fact]
    public async Task A_change_in_a_protected_class_takes_two_who_did_not_write_it()
    {
        using var office = await PolicyOffice.Open(decisions: 3);
        await office.Propose("bold protects:vpn", "ana");

        Assert.IsType<PolicyAnswer.ApprovedInPart>(await office.Approve("bold", "ben"));
        Assert.IsType<PolicyAnswer.ApprovedInPart>(await office.Approve("bold", "Ben"));
        Assert.IsType<PolicyAnswer.Refused>(await office.Approve("bold", "ana"));
        Assert.Equal((1, "first"), await office.Pointer());
        Assert.IsType<PolicyAnswer.Activated>(await office.Approve("bold", "cleo"));

        Assert.Equal((2, "bold"), await office.Pointer());
        var receipts = await office.Receipts();
        Assert.Equal(("cleo", 2), (receipts[^1].Actor, receipts[^1].Evidence!.Count));
        Assert.Equal("ben", receipts.Single(one => one.Id == receipts[^1].Evidence![1]).Actor);
    }

    [Fact]
    public async Task A_protected_class_that_changes_nothing_takes_one()
    {
        using var office = await PolicyOffice.Open(decisions: 3);
        await office.Propose("bold protects:payroll", "ana");

        Assert.IsType<PolicyAnswer.Activated>(await office.Approve("bold", "ben"));
    }

    [Fact]
    public async Task Taking_a_class_out_of_protection_takes_two_although_nothing_comes_out_otherwise()
    {
        using var office = await PolicyOffice.Open();
        await office.Propose("bold protects:payroll", "ana");
        await office.Approve("bold", "ben");
        await office.Propose("meek", "ana");

        Assert.IsType<PolicyAnswer.ApprovedInPart>(await office.Approve("meek", "ben"));
        Assert.IsType<PolicyAnswer.ApprovedInPart>(await office.Approve("meek", "ben@example.org"));
        Assert.IsType<PolicyAnswer.Activated>(await office.Approve("meek", "cleo"));
    }

    [Fact]
    public async Task The_sign_in_of_the_author_is_the_author()
    {
        using var office = await PolicyOffice.Open(decisions: 1);
        await office.Propose("bold", "ana");

        Assert.IsType<PolicyAnswer.Refused>(await office.Approve("bold", "ana@example.org"));
    }

    [Fact]
    public async Task An_approval_is_worth_nothing_once_another_policy_is_in_force()
    {
        using var office = await PolicyOffice.Open(decisions: 3);
        await office.Propose("bold protects:vpn", "ana");
        await office.Propose("meek", "ana");
        await office.Approve("bold", "ben");
        await office.Approve("meek", "ben");

        Assert.IsType<PolicyAnswer.ApprovedInPart>(await office.Approve("bold", "cleo"));
        Assert.Equal((2, "meek"), await office.Pointer());
    }

    [Fact]
    public async Task What_was_in_force_comes_back_the_same_way()
    {
        using var office = await PolicyOffice.Open();
        await office.Propose("bold", "ana");
        await office.Approve("bold", "ben");

        Assert.Contains("nobody put first forward", Assert.IsType<PolicyAnswer.Refused>(await office.Approve("first", "ben")).Says, StringComparison.Ordinal);
        await office.Propose("first", "ana");
        Assert.IsType<PolicyAnswer.Activated>(await office.Approve("first", "ben"));
        Assert.Equal((3, "first"), await office.Pointer());
    }

    [Fact]
    public async Task An_old_decision_is_passed_over()
    {
        using var office = await PolicyOffice.Open(decisions: 3);
        office.Clock.Pass(TimeSpan.FromDays(31));
        await office.Decide("900");

        var proposed = Assert.IsType<PolicyAnswer.Proposed>(await office.Propose("bold", "ana"));

        Assert.Equal(1, proposed.Replay.Decisions);
    }

    [Fact]
    public async Task What_was_owed_for_a_configured_policy_ends_when_it_comes_into_force()
    {
        using var office = await PolicyOffice.Open();
        var active = await ActivePolicy.Begin(office.Book, "bold", PolicyOffice.Read("bold").Policy!, new("itsmai"), Stop);
        Assert.Equal("first", active.Current.Version);
        await office.Obligations.Add(active.OwedFor(PolicyOffice.Read("bold").Policy!, office.Clock.GetUtcNow())!, Stop);
        Assert.Null(active.OwedFor(PolicyOffice.Read("first").Policy!, office.Clock.GetUtcNow()));

        await office.Propose("bold", "ana");
        await office.Approve("bold", "ben");
        await active.Refresh(Stop);

        Assert.Equal("bold", active.Current.Version);
        Assert.Equal(Disposition.Done, (await office.Obligations.Find("policy-bold", Stop))!.Disposition);
    }

    [Fact]
    public async Task Where_what_is_in_force_cannot_be_read_nothing_else_takes_its_place()
    {
        using var office = await PolicyOffice.Open();
        var active = await ActivePolicy.Begin(office.Book, "first", PolicyOffice.Read("first").Policy!, new("itsmai"), Stop);
        await office.Propose("bold", "ana");
        await office.Approve("bold", "ben");
        office.Store.Tamper(new("policies", "version-bold", "text"), _ => null);

        await Assert.ThrowsAsync<FormatException>(() => active.Refresh(Stop));
    }
}
