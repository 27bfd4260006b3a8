using System.Net;
using ItsmAi.Connectors.RequestTracker;
using ItsmAi.Connectors.Tests.Sqlite;
using ItsmAi.Desk.Events;
using ItsmAi.Desk.Tickets;

namespace ItsmAi.Connectors.Tests.RequestTracker;

/// <summary>What may be asked again later is told apart from what may not.</summary>
public sealed class UnavailableTests
{
    private static readonly TicketId Ticket = new(new ConnectionName("rt-main"), "61");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.BadRequest)]
    public async Task An_answer_that_is_no_ticket_is_an_unavailable_desk(HttpStatusCode status)
    {
        using var rest = new ScriptedRest((_, _) => Task.FromResult(ScriptedRest.Json("<html>no</html>", status)));

        await Assert.ThrowsAsync<DeskUnavailableException>(() => Read(rest));
    }

    [Fact]
    public async Task A_login_page_with_200_is_an_unavailable_desk()
    {
        using var rest = new ScriptedRest((_, _) => Task.FromResult(ScriptedRest.Json("<html>please log in</html>")));

        var error = await Assert.ThrowsAsync<DeskUnavailableException>(() => Read(rest));

        Assert.Contains("not JSON", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Forbidden)]
    public async Task A_ticket_that_is_not_there_or_hidden_is_no_ticket(HttpStatusCode status)
    {
        using var rest = new ScriptedRest((_, _) => Task.FromResult(ScriptedRest.Json("{}", status)));

        Assert.Null(await Read(rest));
    }

    [Fact]
    public async Task Nothing_answers()
    {
        using var rest = new ScriptedRest((_, _) => throw new HttpRequestException("connection refused"));

        var error = await Assert.ThrowsAsync<DeskUnavailableException>(() => Read(rest));

        Assert.Contains("connection refused", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_is_given_up()
    {
        using var rest = new ScriptedRest(Never);
        using var http = new HttpClient(rest);
        var options = Some.Options with { RequestTimeout = TimeSpan.FromMilliseconds(30) };
        var desk = new RequestTrackerDesk(options, http, TimeProvider.System);

        var error = await Assert.ThrowsAsync<DeskUnavailableException>(() => desk.Read(Ticket, Stop));

        Assert.Contains("did not answer GET ticket/61", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Being_stopped_is_no_fault_of_the_desk()
    {
        using var rest = new ScriptedRest(Never);
        using var http = new HttpClient(rest);
        using var stop = new CancellationTokenSource();
        var reading = new RequestTrackerDesk(Some.Options, http, new SteppedTime()).Read(Ticket, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public async Task A_ticket_of_another_connection_is_not_asked_for()
    {
        using var rest = new ScriptedRest((_, _) => throw new HttpRequestException("not to be asked"));
        using var http = new HttpClient(rest);
        var desk = new RequestTrackerDesk(Some.Options, http, TimeProvider.System);

        Assert.Null(await desk.Read(new TicketId(new ConnectionName("rt-other"), "61"), Stop));
    }

    [Theory]
    [InlineData("it's")]
    [InlineData("two words")]
    [InlineData("")]
    public async Task A_marker_that_would_not_survive_a_query_is_refused(string marker)
    {
        using var rest = new ScriptedRest((_, _) => throw new HttpRequestException("not to be asked"));
        using var http = new HttpClient(rest);
        var desk = new RequestTrackerDesk(Some.Options, http, TimeProvider.System);
        var change = new TicketChange
        {
            Ticket = Ticket, Marker = marker,
            Basis = new TicketFields(TicketStatus.New, new("Service Desk"), null, null, null),
        };

        await Assert.ThrowsAsync<ArgumentException>(() => desk.Change(change, Stop));
    }

    private static async Task<HttpResponseMessage> Never(HttpRequestMessage request, CancellationToken stop)
    {
        await Task.Delay(Timeout.Infinite, stop);
        throw new InvalidOperationException("never");
    }

    private static async Task<Ticket?> Read(ScriptedRest rest)
    {
        using var http = new HttpClient(rest, disposeHandler: false);
        return await new RequestTrackerDesk(Some.Options, http, TimeProvider.System).Read(Ticket, Stop);
    }
}
