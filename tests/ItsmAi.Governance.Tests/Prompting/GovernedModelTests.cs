using System.Text.Json;
using ItsmAi.Governance.Prompting;
using ItsmAi.Governance.Tests.Fakes;

namespace ItsmAi.Governance.Tests.Prompting;

public sealed class GovernedModelTests
{
    private static readonly Prompt Prompt = new("answer", "Answer.", "{}", 100);

    private readonly FakeClock _clock = new();
    private readonly MemoryStore _store = new();
    private readonly ScriptedModel _model = new();
    private int _nonce;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_model_everything_goes_the_way_that_needs_none()
    {
        var answer = await Governed(new ModelRules(), hasModel: false).Ask(Prompt, "desk:1", [], Text, Stop);

        Assert.Equal("no language model is configured", Assert.IsType<GovernedAnswer<string>.Degraded>(answer).Because);
        Assert.Equal(Prompt.Version, answer.Prompt);
    }

    [Fact]
    public async Task Nothing_that_no_reader_sees_reaches_the_model_and_each_text_stands_between_boundaries()
    {
        await Ask("VPN\u200b is\u202e down\u0007\n\U000E0041\U000E0042now", longest: 500);

        Assert.Contains("<<nonce1 question>>\nVPN is down\nnow\n<<end nonce1>>", _model.Calls[0].Input, StringComparison.Ordinal);
        Assert.StartsWith("Answer.\n", _model.Calls[0].Instructions, StringComparison.Ordinal);
        Assert.DoesNotContain("VPN", _model.Calls[0].Instructions, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_text_is_cut_and_the_cut_is_said()
    {
        await Ask(new string('a', 10_000), longest: 100);

        Assert.Contains($"{new string('a', 100)}\n[cut here]", _model.Calls[0].Input, StringComparison.Ordinal);
        Assert.DoesNotContain(new string('a', 101), _model.Calls[0].Input, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ticket_has_its_tokens_and_so_has_a_day()
    {
        var rules = new ModelRules { TokensPerTicket = 800, TokensPerDay = 1_400 };
        var governed = Governed(rules);
        _model.Says = _ => new ModelReply.Said("fine", new ModelUsage("m", 500, 100));

        Assert.IsType<GovernedAnswer<string>.Said>(await governed.Ask(Prompt, "desk:1", [], Text, Stop));
        Assert.Contains("800 tokens a ticket", Because(await governed.Ask(Prompt, "desk:1", [], Text, Stop)), StringComparison.Ordinal);
        Assert.IsType<GovernedAnswer<string>.Said>(await governed.Ask(Prompt, "desk:2", [], Text, Stop));
        Assert.Contains("1400 tokens a day", Because(await governed.Ask(Prompt, "desk:3", [], Text, Stop)), StringComparison.Ordinal);
        Assert.Equal(1_200, (await new ModelBudget(_store, rules, _clock).Today(Stop)).Tokens);

        _clock.Pass(TimeSpan.FromDays(1));
        Assert.IsType<GovernedAnswer<string>.Said>(await governed.Ask(Prompt, "desk:3", [], Text, Stop));
        Assert.Equal(3, _model.Calls.Count);
    }

    [Fact]
    public async Task A_day_has_its_money_too()
    {
        var governed = Governed(new ModelRules { CostPerDay = 2, InputPrice = 1_000, OutputPrice = 4_000 });
        _model.Says = _ => new ModelReply.Said("fine", new ModelUsage("m", 500, 250));

        Assert.IsType<GovernedAnswer<string>.Said>(await governed.Ask(Prompt, "desk:1", [], Text, Stop));
        Assert.Contains("2 a day is spent", Because(await governed.Ask(Prompt, "desk:2", [], Text, Stop)), StringComparison.Ordinal);
        Assert.Equal(1.5m, (await new ModelBudget(_store, new ModelRules(), _clock).Today(Stop)).Cost);
    }

    [Fact]
    public async Task What_a_failed_question_took_is_given_back()
    {
        var rules = new ModelRules();
        _model.Says = _ => new ModelReply.Away("no");
        await Governed(rules).Ask(Prompt, "desk:1", [], Text, Stop);

        Assert.Equal(0, (await new ModelBudget(_store, rules, _clock).Today(Stop)).Tokens);
    }

    [Fact]
    public async Task No_crowd_of_questions_goes_beyond_the_day()
    {
        var random = new Random(3);
        for (var history = 0; history < 300; history++)
        {
            var store = new MemoryStore();
            var rules = new ModelRules { TokensPerDay = random.Next(500, 3_000), TokensPerTicket = 1_000_000 };
            var budget = new ModelBudget(store, rules, _clock);
            var (spent, underWay) = (0, new List<(string Subject, int Input, int Output)>());
            var turn = 0;

            // Another question comes just before any write of this one.
            store.At = where =>
            {
                if (where != "before insert" || turn++ % 3 != 0) return;
                var other = (Subject: $"desk:o{turn}", Input: random.Next(10, 300), Output: random.Next(10, 300));
                if (budget.Take(other.Subject, other.Input, other.Output, Stop).GetAwaiter().GetResult() is null) underWay.Add(other);
            };
            for (var step = 0; step < 24; step++)
            {
                var one = (Subject: $"desk:{step % 5}", Input: random.Next(10, 300), Output: random.Next(10, 300));
                if (await budget.Take(one.Subject, one.Input, one.Output, Stop) is null) underWay.Add(one);
                Assert.True(spent + underWay.Sum(each => each.Input + each.Output) <= rules.TokensPerDay);
                if (underWay.Count == 0 || random.Next(2) == 0) continue;
                var done = underWay[random.Next(underWay.Count)];
                underWay.Remove(done);
                var usage = new ModelUsage("m", done.Input - 5, done.Output / 2);
                spent += usage.Tokens;
                await budget.Settle(done.Subject, (done.Input, done.Output), usage, Stop);
            }

            store.At = _ => { };
            foreach (var left in underWay) await budget.Settle(left.Subject, (left.Input, left.Output), spent: null, Stop);
            Assert.True(spent <= rules.TokensPerDay);
            Assert.Equal(spent, (await budget.Today(Stop)).Tokens);
        }
    }

    [Fact]
    public async Task A_model_that_fails_is_left_alone_and_one_question_tries_it_again()
    {
        var governed = Governed(new ModelRules { FailuresToOpen = 3, OpenFor = TimeSpan.FromMinutes(1) });
        _model.Says = _ => new ModelReply.Away("no");
        for (var turn = 0; turn < 5; turn++) await governed.Ask(Prompt, "desk:1", [], Text, Stop);
        Assert.Equal(3, _model.Calls.Count);

        _clock.Pass(TimeSpan.FromMinutes(1));
        await governed.Ask(Prompt, "desk:1", [], Text, Stop);
        await governed.Ask(Prompt, "desk:1", [], Text, Stop);
        Assert.Equal(4, _model.Calls.Count);

        _clock.Pass(TimeSpan.FromMinutes(1));
        _model.Says = _ => new ModelReply.Said("back", new ModelUsage("m", 1, 1));
        Assert.IsType<GovernedAnswer<string>.Said>(await governed.Ask(Prompt, "desk:1", [], Text, Stop));
        Assert.IsType<GovernedAnswer<string>.Said>(await governed.Ask(Prompt, "desk:1", [], Text, Stop));
    }

    [Fact]
    public async Task An_answer_longer_than_may_be_is_none()
    {
        _model.Says = _ => new ModelReply.Said(new string('x', 101), new ModelUsage("m", 1, 1));

        Assert.Contains("longer than 100", Because(await Governed(new ModelRules { LongestAnswer = 100 }).Ask(Prompt, "desk:1", [], Text, Stop)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_prompt_that_is_edited_has_another_version()
    {
        Assert.NotEqual(new Prompt("a", "one", "{}", 1).Version, new Prompt("a", "two", "{}", 1).Version);
        Assert.NotEqual(new Prompt("a", "one", "{}", 1).Version, new Prompt("a", "one", "{ }", 1).Version);
        Assert.Equal(new Prompt("a", "one", "{}", 1).Version, new Prompt("a", "one", "{}", 2).Version);
    }

    private static string Because(GovernedAnswer<string> answer) => Assert.IsType<GovernedAnswer<string>.Degraded>(answer).Because;

    private static string? Text(string json) => json.Length > 0 ? json : throw new JsonException();

    private Task<GovernedAnswer<string>> Ask(string text, int longest) =>
        Governed(new ModelRules()).Ask(Prompt, "desk:1", [new UntrustedText("question", text, longest)], Text, Stop);

    private GovernedModel Governed(ModelRules rules, bool hasModel = true) => new(
        hasModel ? _model : null, new ModelBudget(_store, rules, _clock), new ModelBreaker(rules, _clock), rules, () => $"nonce{++_nonce}", _clock);

    private sealed class ScriptedModel : ILanguageModel
    {
        public List<ModelCall> Calls { get; } = [];

        public Func<ModelCall, ModelReply> Says { get; set; } = _ => new ModelReply.Said("fine", new ModelUsage("m", 1, 1));

        public Task<ModelReply> Ask(ModelCall call, CancellationToken stop)
        {
            Calls.Add(call);
            return Task.FromResult(Says(call));
        }
    }
}
