using System.Net;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Appeals;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Receipts;

namespace ItsmAi.Hosting.Tests.Reactions.Appeals;

public sealed class AppealsAskedTests(ActingDesk desk) : IClassFixture<ActingDesk>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_link_asks_the_button_takes_it_back_and_once_is_enough()
    {
        var acted = await desk.Proposal(Stop);
        var path = $"api/appeals/{acted.Decision}?key={await KeyOf(acted.Decision)}";
        Assert.Equal(acted.Change!.Team!.Value, await desk.TeamOf(acted.Subject!));

        var (status, page) = await desk.Ask(HttpMethod.Get, path, role: null);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("<form method=\"post\"><button type=\"submit\">This is wrong</button>", page, StringComparison.Ordinal);
        Assert.Contains("Decided by an AI system", page, StringComparison.Ordinal);
        await desk.Ask(HttpMethod.Get, path, role: null);
        Assert.DoesNotContain(await Steps(acted), line => line.Receipt.Kind == ReceiptKind.Disputed);

        Assert.Contains("It is noted", (await desk.Ask(HttpMethod.Post, path, role: null)).Says, StringComparison.Ordinal);
        await desk.Until(line => line.Receipt.Id == $"{acted.Decision}-disputed-undone", Stop);
        Assert.Equal(new Team("Service Desk"), await desk.TeamOf(acted.Subject!));

        Assert.Equal(HttpStatusCode.OK, (await desk.Ask(HttpMethod.Post, path, role: null)).Status);
        Assert.DoesNotContain("<form", (await desk.Ask(HttpMethod.Get, path, role: null)).Says, StringComparison.Ordinal);
        Assert.Single(await Steps(acted), line => line.Receipt.Outcome == OutcomeKind.Disputed);
        Assert.True((await desk.Verify(Stop)).Holds);
    }

    [Fact]
    public async Task A_wrong_key_is_told_from_an_unknown_decision_by_nothing()
    {
        var acted = await desk.Proposal(Stop);
        var good = await KeyOf(acted.Decision);
        string[] paths =
        [
            $"{acted.Decision}?key={await KeyOf("1-other")}", $"{acted.Decision}?key=", acted.Decision, $"{acted.Decision}?key={good}0",
            $"{acted.Decision}?key={good.ToUpperInvariant()}", "1-beef?key=00", $"1-beef?key={await KeyOf("1-beef")}",
        ];
        var answers = new List<(HttpStatusCode Status, string Says)>();
        foreach (var path in paths)
        {
            answers.Add(await desk.Ask(HttpMethod.Get, $"api/appeals/{path}", role: null));
            answers.Add(await desk.Ask(HttpMethod.Post, $"api/appeals/{path}", role: null));
        }

        Assert.Equal(HttpStatusCode.NotFound, Assert.Single(answers.Distinct()).Status);
        Assert.DoesNotContain(await Steps(acted), line => line.Receipt.Kind == ReceiptKind.Disputed);
    }

    private async Task<string> KeyOf(string decision) => (await AppealSecret.In(desk.Data.Records, Stop)).Of(decision);

    private async Task<IReadOnlyList<ReceiptLine>> Steps(Receipt decided) =>
        await new DecisionBook(desk.Data.Records).Find(decided.Decision, Stop);
}
