using System.Net;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Duties.Reviewing;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Hosting.Access;

namespace ItsmAi.Hosting.Tests.Reactions;

public sealed class DecisionsAskedTests(ProposingDesk desk) : IClassFixture<ProposingDesk>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_approver_approves_and_undoes_under_their_own_name()
    {
        var proposal = await desk.Proposal(Stop);
        Assert.Equal(Verdict.Propose, proposal.Verdict);
        var intake = await desk.TeamOf(proposal.Subject!);

        Assert.Equal(HttpStatusCode.Accepted, (await Answer(proposal, "approve", """{"remark":"looks right"}""")).Status);
        var lines = await desk.Until(Step(proposal, "-approved-applied"), Stop);
        Assert.Equal(proposal.Change!.Team!.Value, await desk.TeamOf(proposal.Subject!));
        var approved = lines.First(line => line.Receipt.Id == $"{proposal.Decision}-approved").Receipt;
        Assert.Equal(("some.Approver", "looks right"), (approved.Actor, approved.Because));

        Assert.Equal(HttpStatusCode.Conflict, (await Answer(proposal, "approve")).Status);
        Assert.Equal(HttpStatusCode.Accepted, (await Answer(proposal, "undo")).Status);
        await desk.Until(Step(proposal, "-undoasked-undone"), Stop);
        Assert.Equal(intake, await desk.TeamOf(proposal.Subject!));
        Assert.True((await desk.Verify(Stop)).Holds);
    }

    [Fact]
    public async Task A_rejection_leaves_the_ticket_and_bars_the_approval()
    {
        var proposal = await desk.Proposal(Stop);

        Assert.Equal(HttpStatusCode.Accepted, (await Answer(proposal, "reject")).Status);
        await desk.Until(Step(proposal, "-rejected"), Stop);

        Assert.Equal(HttpStatusCode.Conflict, (await Answer(proposal, "approve")).Status);
        Assert.Equal(new Team("Service Desk"), await desk.TeamOf(proposal.Subject!));
    }

    [Fact]
    public async Task Nobody_else_may_answer()
    {
        var proposal = await desk.Proposal(Stop);
        var path = $"api/decisions/{proposal.Decision}/approve";

        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.Ask(HttpMethod.Post, path, role: null)).Status);
        foreach (var role in new[] { Role.Viewer, Role.Operator, Role.PolicyOwner })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await desk.Ask(HttpMethod.Post, path, role)).Status);
        }
    }

    [Fact]
    public async Task A_viewer_sees_a_decision_with_its_steps_and_a_stranger_sees_nothing()
    {
        var proposal = await desk.Proposal(Stop);

        var (status, says) = await desk.Ask(HttpMethod.Get, $"api/decisions/{proposal.Decision}", Role.Viewer);
        var listed = await desk.Ask(HttpMethod.Get, "api/decisions", Role.Viewer);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("\"kind\":\"Applied\"", says, StringComparison.Ordinal);
        Assert.Contains(proposal.Decision, listed.Says, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.Ask(HttpMethod.Get, "api/decisions", role: null)).Status);
    }

    [Fact]
    public async Task How_long_an_approver_looked_is_known_from_when_they_opened_it()
    {
        var (seen, unseen) = (await desk.Proposal(Stop), await desk.Proposal(Stop));
        await desk.Ask(HttpMethod.Get, $"api/decisions/{seen.Decision}", Role.Approver);
        await desk.Ask(HttpMethod.Get, $"api/decisions/{unseen.Decision}", Role.Viewer);

        foreach (var one in new[] { seen, unseen })
        {
            Assert.Equal(HttpStatusCode.Accepted, (await Answer(one, "approve")).Status);
            await desk.Until(Step(one, "-approved"), Stop);
        }

        var answers = (await new Reviewers(desk.Data.Records).Read(new Person("some.approver"), Stop)).Answers;
        Assert.True(answers.Single(one => one.Decision == seen.Decision).Seconds > 0);
        Assert.Equal(0, answers.Single(one => one.Decision == unseen.Decision).Seconds);
    }

    [Theory]
    [InlineData("undo", "", HttpStatusCode.Conflict, "nothing to undo")]
    [InlineData("escalate", "", HttpStatusCode.NotFound, "there are approve, reject and undo")]
    [InlineData("approve", "not json", HttpStatusCode.BadRequest, "remark")]
    [InlineData("approve", """{"remark": 7}""", HttpStatusCode.BadRequest, "remark")]
    public async Task An_answer_that_makes_no_sense_is_named(string answer, string body, HttpStatusCode status, string says)
    {
        var told = await Answer(await desk.Proposal(Stop), answer, body);

        Assert.Equal(status, told.Status);
        Assert.Contains(says, told.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_decision_is_404() =>
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Ask(HttpMethod.Post, "api/decisions/1-beef/approve", Role.Approver)).Status);

    private Task<(HttpStatusCode Status, string Says)> Answer(Receipt proposal, string answer, string? body = null) =>
        desk.Ask(HttpMethod.Post, $"api/decisions/{proposal.Decision}/{answer}", Role.Approver, body);

    private static Func<ReceiptLine, bool> Step(Receipt proposal, string step) =>
        line => line.Receipt.Id == proposal.Decision + step;
}
