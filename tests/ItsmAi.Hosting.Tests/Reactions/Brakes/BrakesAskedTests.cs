using System.Net;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Receipts.Pseudonyms;
using ItsmAi.Hosting.Access;

namespace ItsmAi.Hosting.Tests.Reactions.Brakes;

public sealed class BrakesAskedTests(ActingDesk desk) : IClassFixture<ActingDesk>
{
    private const int Tickets = 20;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Once_the_switch_is_flipped_every_message_is_left_to_people_none_is_lost_and_nothing_is_done()
    {
        var stopped = await Flip("stop", "some.operator", Role.Operator, """{"action":null,"reason":"odd routes"}""");
        Assert.Equal(HttpStatusCode.OK, stopped.Status);

        var numbers = new List<string>();
        for (var one = 0; one < Tickets; one++) numbers.Add(await desk.Open(Stop));
        var receipts = new List<Receipt>();
        foreach (var number in numbers)
        {
            var lines = await desk.Until(line => line.Receipt is { Kind: ReceiptKind.Decided } one && one.Subject!.Number == number, Stop);
            receipts.Add(lines.First(line => line.Receipt is { Kind: ReceiptKind.Decided } one && one.Subject!.Number == number).Receipt);
        }

        Assert.All(receipts, decided => Assert.Equal(
            (Verdict.Refuse, "automation is stopped: odd routes"), (decided.Verdict, decided.Because)));
        var all = await new DecisionBook(desk.Data.Records).Latest(500, Stop);
        Assert.DoesNotContain(all, line => line.Receipt.Kind == ReceiptKind.Applied && numbers.Contains(line.Receipt.Subject!.Number));
        foreach (var decided in receipts) Assert.Equal(new Team("Service Desk"), await desk.TeamOf(decided.Subject!));
        Assert.Equal(0, await desk.Data.Queue.List(Stop).CountAsync(Stop));
        Assert.Equal(0, desk.Data.Queue.Count().Waiting);

        Assert.Equal(HttpStatusCode.OK, (await Flip("resume", "lead", Role.PolicyOwner, """{"reason":"mended"}""")).Status);
        Assert.Equal(Verdict.Act, (await desk.Proposal(Stop)).Verdict);
    }

    [Fact]
    public async Task Only_the_authority_lets_it_go_on_and_is_named_to_whoever_may_not()
    {
        Assert.Equal(HttpStatusCode.OK, (await Flip("stop", "some.approver", Role.Approver, """{"action":"Ask","reason":"one"}""")).Status);

        var refused = await Flip("resume", "some.operator", Role.Operator, """{"action":"Ask","reason":"two"}""");
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("only lead may", refused.Says, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await Flip("resume", "lead", Role.Approver, """{"action":"Ask","reason":"three"}""")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Flip("resume", "LEAD", Role.Operator, """{"action":"Ask","reason":"four"}""")).Status);
    }

    [Fact]
    public async Task A_drill_says_what_it_saw_and_names_who_held_it()
    {
        var (status, says) = await Flip("drill", "lead", Role.Operator, """{"reason":"quarterly"}""");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("\"holds\":true", says, StringComparison.Ordinal);
        var lines = await new DecisionBook(desk.Data.Records).Latest(500, Stop);
        var drilled = (await new NamesOnReceipts(desk.Data.Records).Show(lines, Stop)).First(line => line.Receipt.Kind == ReceiptKind.Drilled).Receipt;
        Assert.Equal(("lead", "quarterly"), (drilled.Actor, drilled.Because));
        Assert.Equal(HttpStatusCode.Forbidden, (await Flip("drill", "kim", Role.Operator, """{"reason":"mine"}""")).Status);
    }

    [Theory]
    [InlineData("stop", "", HttpStatusCode.BadRequest, "reason")]
    [InlineData("stop", "not json", HttpStatusCode.BadRequest, "reason")]
    [InlineData("stop", """{"action":"Fly","reason":"x"}""", HttpStatusCode.BadRequest, "Route, Ask")]
    [InlineData("stop", """{"action":0,"reason":"x"}""", HttpStatusCode.BadRequest, "Route, Ask")]
    [InlineData("stop", """{"action":null,"reason":"  "}""", HttpStatusCode.BadRequest, "reason")]
    [InlineData("stop", """{"reason":"\ud800"}""", HttpStatusCode.BadRequest, "reason")]
    [InlineData("brake", """{"reason":"x"}""", HttpStatusCode.NotFound, "there are stop, resume and drill")]
    public async Task What_makes_no_sense_is_named(string verb, string body, HttpStatusCode status, string says)
    {
        var told = await Flip(verb, "kim", Role.Operator, body);

        Assert.Equal(status, told.Status);
        Assert.Contains(says, told.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_viewer_flips_nothing_and_neither_does_an_AI_identity()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await Flip("stop", "vi", Role.Viewer, """{"reason":"x"}""")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Flip("stop", "itsmai", Role.Operator, """{"reason":"x"}""")).Status);
    }

    private Task<(HttpStatusCode Status, string Says)> Flip(string verb, string name, Role role, string body) =>
        desk.AskAs(name, role, HttpMethod.Post, $"api/brakes/{verb}", body);
}
