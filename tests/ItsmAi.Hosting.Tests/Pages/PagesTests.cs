using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ItsmAi.Desk.Events;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Suggestions;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Pages;

namespace ItsmAi.Hosting.Tests.Pages;

public sealed class PagesTests
{
    private const string Hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>\u202egnp.exe";

    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly VerificationReport Sound = new(3, []);

    [Fact]
    public void Whatever_a_text_says_it_is_shown_and_never_markup()
    {
        var trail = Trail(decided => decided with
        {
            Headline = Hostile, Because = Hostile, Class = Hostile, Reasons = [Hostile], Rule = Hostile, Actor = Hostile,
            Candidates = [new Candidate(Hostile, 0.5)],
            Gates = [new Gate(Hostile, Passed: false, Hostile, AutonomyLevel.Suggest)],
        });

        foreach (var page in new[] { First([trail]), TextOf(DecisionPage.Of(trail, _ => null)) })
        {
            Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain('\u202e', page);
            Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Nothing_is_allowed_but_the_style_that_stands_in_the_page()
    {
        var answer = FirstPage.Of([], (Sound, Noon), StopState.Running, _ => null);
        var style = Regex.Match(TextOf(answer), "<style>(.*?)</style>", RegexOptions.Singleline).Groups[1].Value;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));

        Assert.Equal(
            $"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            answer.Headers["Content-Security-Policy"]);
        Assert.DoesNotContain(" style=", TextOf(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Verdict.Act, "Done")]
    [InlineData(Verdict.Propose, "Left to a person")]
    [InlineData(Verdict.Observe, "Only observed")]
    [InlineData(Verdict.Refuse, "Refused")]
    public void Each_answer_is_said_in_words(Verdict verdict, string words)
    {
        var page = First([Trail(decided => decided with { Verdict = verdict })]);

        Assert.Contains($">{words}</span>", page, StringComparison.Ordinal);
        Assert.Contains("Almost certain (0.97)", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stop_and_a_broken_receipt_stand_at_the_top()
    {
        var broken = new VerificationReport(3, [new ReceiptFault(1, 4, "it was edited")]);
        var stopped = new StopState(All: true, [], "kim", "drill");

        var page = TextOf(FirstPage.Of([], (broken, Noon), stopped, _ => null));

        Assert.Contains("Automation is stopped by kim: drill", page, StringComparison.Ordinal);
        Assert.Contains("Receipts verified: 3 of 4", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_page_shows_every_step_and_every_gate()
    {
        var page = TextOf(DecisionPage.Of(
            Trail(decided => decided with
            {
                Gates = [Gate.Pass("free", "it waits"), Gate.Fail("service", "none is named", AutonomyLevel.Suggest)],
            }),
            _ => new Uri("http://desk/1")));

        foreach (var step in new[] { "Event", "Suggestion", "Decision", "Action", "Outcome" })
            Assert.Contains($"<p class=\"step\">{step}</p>", page, StringComparison.Ordinal);
        Assert.Contains(">passed</td>", page, StringComparison.Ordinal);
        Assert.Contains(">failed, at most Suggest</td>", page, StringComparison.Ordinal);
        Assert.Contains("href=\"http://desk/1\"", page, StringComparison.Ordinal);
        Assert.Contains("Overridden: kim moved it", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_decision_is_not_found() => Assert.Equal(404, DecisionPage.Missing.Status);

    private static string First(IReadOnlyList<DecisionTrail> trails) =>
        TextOf(FirstPage.Of(trails, (Sound, Noon), StopState.Running, _ => null));

    private static string TextOf(WebAnswer answer) => Encoding.UTF8.GetString(answer.Body.Span);

    private static DecisionTrail Trail(Func<Receipt, Receipt> with)
    {
        var decided = with(Receipt(ReceiptKind.Decided));
        return DecisionTrail.Of(
        [
            new ReceiptLine(1, 1, "", decided),
            new ReceiptLine(1, 2, new string('a', 64), Receipt(ReceiptKind.Applied) with { Result = "read back" }),
            new ReceiptLine(1, 3, new string('b', 64), Receipt(ReceiptKind.Outcome) with
            {
                Outcome = OutcomeKind.Overridden, Result = "kim moved it",
            }),
        ])!;
    }

    private static Receipt Receipt(ReceiptKind kind) => new()
    {
        Id = $"1-abc-{kind}",
        Kind = kind,
        At = Noon,
        Decision = "1-abc",
        Subject = new TicketId(new ConnectionName("rt-main"), "7"),
        Actor = "itsmai",
        Action = ActionKind.Route,
        Verdict = kind == ReceiptKind.Decided ? Verdict.Act : null,
        Class = "network",
        Headline = "move to Network",
        Because = "it is sure",
        Rule = "route-what-is-sure",
        Confidence = 0.97,
    };
}
