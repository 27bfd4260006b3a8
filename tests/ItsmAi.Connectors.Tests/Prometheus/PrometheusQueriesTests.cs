using System.Net;
using System.Text;
using System.Web;
using ItsmAi.Connectors.Prometheus;

namespace ItsmAi.Connectors.Tests.Prometheus;

public sealed class PrometheusQueriesTests
{
    private static readonly DateTimeOffset From = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Values_come_in_order_and_what_is_no_finite_number_is_missing()
    {
        var answer = await Ask("""{"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[[1772366400,"1.5"],[1772366700.5,"NaN"],[1772367000,"+Inf"],[1772367300,7],["x","2"],[1772367600,"-2e3"]]}]}}""");
        var points = Assert.IsType<RangeAnswer.Points>(answer).All;
        Assert.Equal([1.5, double.NaN, double.NaN, double.NaN, -2000], points.Select(point => point.Value));
        Assert.Equal(From, points[0].At);
        Assert.Equal(From.AddSeconds(300.5), points[1].At);
    }

    [Theory]
    [InlineData(200, """{"data":{"result":[]}}""", "points")]
    [InlineData(200, """{"data":{"result":[{"values":[]},{"values":[]}]}}""", "the query names 2 series")]
    [InlineData(200, """{"data":{}}""", "data.result")]
    [InlineData(200, "<html>", "no JSON")]
    [InlineData(400, """{"status":"error","errorType":"bad_data","error":"parse error at char 3"}""", "400: parse error at char 3")]
    [InlineData(503, "busy", "away 503")]
    [InlineData(429, "busy", "away 429")]
    public async Task Every_other_answer_is_told_apart(int status, string body, string says)
    {
        var answer = await Ask(body, status);
        Assert.Contains(says, answer switch
        {
            RangeAnswer.Points points => points.All.Count == 0 ? "points" : "some",
            RangeAnswer.Refused refused => refused.Says,
            RangeAnswer.Unavailable away => away.Says.Replace("it answers", "away", StringComparison.Ordinal),
            _ => "",
        }, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_time_is_asked_for_in_pages_that_neither_overlap_nor_leave_a_gap()
    {
        var wall = new Wall(200, """{"data":{"result":[]}}""");
        using var http = new HttpClient(wall);
        var queries = new PrometheusQueries(http, new Uri("http://prometheus.test/base"), "secret");
        await queries.QueryRange("up", From, From.AddDays(90), TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);

        Assert.Equal(3, wall.Asked.Count);
        var pages = wall.Asked.Select(form => (Start: double.Parse(form["start"]!), End: double.Parse(form["end"]!))).ToList();
        Assert.Equal(From.ToUnixTimeSeconds(), pages[0].Start);
        Assert.Equal(From.AddDays(90).ToUnixTimeSeconds(), pages[^1].End);
        for (var at = 1; at < pages.Count; at++) Assert.Equal(pages[at - 1].End + 300, pages[at].Start);
        Assert.All(pages, page => Assert.True((page.End - page.Start) / 300 < 11_000));
        Assert.Equal("Bearer secret", wall.Authorization);
        Assert.Equal("/base/api/v1/query_range", wall.Path);
    }

    [Fact]
    public async Task A_monitor_that_is_not_there_is_away()
    {
        using var http = new HttpClient();
        var queries = new PrometheusQueries(http, new Uri("http://127.0.0.1:9/"), null);
        Assert.IsType<RangeAnswer.Unavailable>(
            await queries.QueryRange("up", From, From, TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken));
    }

    private static async Task<RangeAnswer> Ask(string body, int status = 200)
    {
        using var http = new HttpClient(new Wall(status, body));
        return await new PrometheusQueries(http, new Uri("http://prometheus.test/"), null)
            .QueryRange("up", From, From.AddHours(1), TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);
    }

    private sealed class Wall(int status, string body) : HttpMessageHandler
    {
        public List<System.Collections.Specialized.NameValueCollection> Asked { get; } = [];

        public string? Authorization { get; private set; }

        public string? Path { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.EndsWith("/api/v1/query_range", request.RequestUri!.AbsolutePath, StringComparison.Ordinal);
            Asked.Add(HttpUtility.ParseQueryString(await request.Content!.ReadAsStringAsync(cancellationToken)));
            Path = request.RequestUri.AbsolutePath;
            Authorization = request.Headers.Authorization?.ToString();
            return new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        }
    }
}
