using System.Text;
using ItsmAi.Connectors.Sqlite;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Obligations.Endings;
using ItsmAi.Governance.Receipts;
using ItsmAi.Hosting.Access;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Pages;
using ItsmAi.Hosting.Reactions;
using ItsmAi.Hosting.Standalone;
using ItsmAi.Hosting.Tests.Fakes;

namespace ItsmAi.Hosting.Tests.Reactions;

public sealed class ObligationsAskedTests : IAsyncLifetime
{
    private readonly string _path = Directory.CreateTempSubdirectory("itsmai-asked").FullName;
    private readonly ManualClock _clock = new();
    private readonly Dictionary<string, string> _tokens = [];
    private DataFolder _data = null!;
    private ObligationBook _book = null!;
    private ObligationsAsked _asked = null!;
    private InboxPages _pages = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _data = await DataFolder.OpenOrMake(_path, new QueueOptions(), _clock, Stop);
        _book = new ObligationBook(_data.Records, new ReceiptChain(_data.Records), _clock);
        var tokens = new AccessTokens(_data.Records, _clock);
        foreach (var (name, role) in new[] { ("kim", Role.Viewer), ("ana", Role.Viewer), ("op", Role.Operator), ("app", Role.Approver) })
            _tokens[name] = (await tokens.Create(name, role, null, Stop))!;
        var admit = new Admit(tokens);
        _asked = new ObligationsAsked(
            _book, new EndObligation(_book, person => person == _book.Self, null, () => new ObligationSettings(), _clock), admit);
        _pages = new InboxPages(_book, admit, (_, _) => Task.FromResult(WebAnswer.Text(200, "elsewhere")), _clock);
        await Owe("o1", "kim", TimeSpan.FromHours(8));
        await Owe("o2", "kim", TimeSpan.FromHours(1));
        await Owe("o3", "ana", TimeSpan.FromHours(8));
    }

    public async ValueTask DisposeAsync()
    {
        await _data.DisposeAsync();
        Directory.Delete(_path, recursive: true);
    }

    [Theory]
    [InlineData("kim", "", 200, "o2 o1")]
    [InlineData("ana", "", 200, "o3")]
    [InlineData("ana", "kim", 403, "")]
    [InlineData("app", "kim", 403, "")]
    [InlineData("op", "kim", 200, "o2 o1")]
    [InlineData("op", "", 200, "")]
    [InlineData("", "", 401, "")]
    public async Task One_sees_what_one_owes_and_an_operator_what_others_owe(string who, string owner, int status, string ids)
    {
        var answer = await _asked.List(Call(who, "GET", owner: owner), Stop);

        Assert.Equal(status, answer.Status);
        var found = System.Text.RegularExpressions.Regex.Matches(TextOf(answer), "\"id\":\"(o\\d)\"").Select(match => match.Groups[1].Value);
        Assert.Equal(ids, string.Join(' ', found));
    }

    [Theory]
    [InlineData("kim", "o1", "done", "", 200, "\"disposedBy\":\"kim\"")]
    [InlineData("kim", "o3", "done", "", 403, "you do not owe")]
    [InlineData("app", "o1", "done", "", 200, "\"disposedBy\":\"app\"")]
    [InlineData("kim", "o9", "done", "", 404, "there is no obligation")]
    [InlineData("kim", "o1", "viewed", "", 404, "\\u0022viewed\\u0022 is none; there are done, reject, overtaken, accept, risk-accept")]
    [InlineData("kim", "o1", "reject", "", 400, "reason")]
    [InlineData("kim", "o1", "reject", """{"reason":"bored"}""", 400, "use one of NotSo")]
    [InlineData("kim", "o1", "reject", """{"reason":"notso","remark":"measured twice"}""", 200, "\"reason\":\"NotSo\"")]
    [InlineData("kim", "o1", "accept", """{"reference":"PRB-7"}""", 200, "\"reference\":\"PRB-7\"")]
    [InlineData("kim", "o1", "accept", """{"referense":"PRB-7"}""", 400, "no such field")]
    [InlineData("kim", "o1", "accept", "nonsense", 400, "body: send nothing")]
    [InlineData("kim", "o1", "risk-accept", """{"expires":"2026-06-01"}""", 403, "owes it")]
    [InlineData("app", "o1", "risk-accept", """{"expires":"soon"}""", 400, "is not a date")]
    [InlineData("app", "o1", "risk-accept", """{"expires":"2026-06-01"}""", 200, "\"expiresAt\":\"2026-06-01T00:00:00")]
    [InlineData("kim", "o1", "acknowledge", "", 200, "\"acknowledgedAt\":\"2026-03-01")]
    [InlineData("app", "o1", "acknowledge", "", 403, "you do not owe")]
    [InlineData("", "o1", "done", "", 401, "authorization")]
    public async Task An_end_is_taken_from_whoever_may_say_so(string who, string id, string word, string body, int status, string says)
    {
        var answer = await _asked.End(Call(who, "POST", id, word, body), Stop);

        Assert.Equal(status, answer.Status);
        Assert.Contains(says, TextOf(answer), StringComparison.Ordinal);
        var owed = await _book.Find("o1", Stop);
        if (status != 200) Assert.Null(owed!.Disposition);
    }

    [Fact]
    public async Task A_second_end_is_a_conflict_and_a_browsers_password_ends_nothing()
    {
        Assert.Equal(200, (await _asked.End(Call("kim", "POST", "o1", "done"), Stop)).Status);
        Assert.Equal(409, (await _asked.End(Call("app", "POST", "o1", "overtaken"), Stop)).Status);
        Assert.Equal(401, (await _asked.End(Call("kim", "POST", "o2", "done", basic: true), Stop)).Status);
    }

    [Fact]
    public async Task The_inbox_shows_what_one_owes_and_what_is_overdue_first()
    {
        await Owe("hostile", "kim", TimeSpan.FromHours(9), "<script>alert(1)</script>");
        await _clock.Advance(TimeSpan.FromHours(2));

        var page = TextOf(await _pages.Answer(Call("kim", "GET", path: "/inbox", basic: true), Stop));

        Assert.Matches("(?s)>o2</code>.*>o1</code>.*>hostile</code>", page);
        Assert.DoesNotContain(">o3<", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"verdict refuse\">overdue</span>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Equal(401, (await _pages.Answer(Call("", "GET", path: "/inbox"), Stop)).Status);
        Assert.Equal("elsewhere", TextOf(await _pages.Answer(Call("kim", "GET", path: "/decisions/1"), Stop)));
    }

    [Fact]
    public async Task An_empty_inbox_says_so() => Assert.Contains(
        "Nothing is owed by op.", TextOf(await _pages.Answer(Call("op", "GET", path: "/inbox"), Stop)), StringComparison.Ordinal);

    private Task Owe(string id, string owner, TimeSpan within, string says = "see to it") => _book.Add(
        new Obligation
        {
            Id = id,
            Owner = new Person(owner),
            RaisedAt = _clock.GetUtcNow(),
            DueAt = _clock.GetUtcNow() + within,
            Says = says,
            About = "1-abc",
        },
        Stop);

    private WebCall Call(
        string who, string method, string id = "", string word = "", string body = "", string owner = "", string path = "/api", bool basic = false)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (who.Length > 0)
        {
            headers["Authorization"] = basic
                ? $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"any:{_tokens[who]}"))}"
                : $"Bearer {_tokens[who]}";
        }

        return new WebCall(
            method, path, new Dictionary<string, string> { ["id"] = id, ["disposition"] = word },
            new Dictionary<string, string> { ["owner"] = owner }, headers, Encoding.UTF8.GetBytes(body));
    }

    private static string TextOf(WebAnswer answer) => Encoding.UTF8.GetString(answer.Body.Span);
}
