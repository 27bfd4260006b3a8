using Azure.Core;
using Azure.Core.Pipeline;
using ItsmAi.Connectors.TableStorage;
using ItsmAi.Governance.Records;
using Reply = ItsmAi.Connectors.Tests.TableStorage.ScriptedServer.Reply;

namespace ItsmAi.Connectors.Tests.TableStorage;

/// <summary>
/// What the emulator cannot be made to show: tokens, overload, faults inside a transaction, empty pages.
/// </summary>
public sealed class ScriptedStorageTests
{
    private static readonly Reply Stored = new(204, "", [("ETag", "W/\"1\"")]);

    private static readonly RecordKey Key = new("receipts", "p", "r");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_Entra_identity_signs_in_with_a_token_for_storage_that_is_fetched_once()
    {
        await using var server = new ScriptedServer(Stored, Stored);
        var identity = new FixedIdentity();
        using var handler = new LocalHandler(server.Address);
        var store = new TableRecordStore(
            new TableStorageOptions
            {
                Tables = new Uri("https://account.table.core.windows.net"),
                Blobs = new Uri("https://account.blob.core.windows.net"),
                Credential = identity,
                Transport = new HttpClientTransport(handler),
            },
            TimeProvider.System);

        await store.Insert(new NewRecord(Key, default), Stop);
        await store.Insert(new NewRecord(Key, default), Stop);

        Assert.All(
            server.Heard,
            heard => Assert.Equal(("Bearer the-token", "2020-12-06"), (heard.Authorization, heard.Version)));
        Assert.Equal(["https://storage.azure.com/.default"], identity.Asked);
        Assert.Equal(["account.table.core.windows.net", "account.table.core.windows.net"], handler.Hosts);
    }

    [Fact]
    public async Task An_overloaded_service_is_asked_again_when_it_says()
    {
        await using var server = new ScriptedServer(new Reply(503, "", [("Retry-After", "1")]), new Reply(429), Stored);

        Assert.Equal(new WriteAnswer.Written("W/\"1\""), await Store(server).Insert(new NewRecord(Key, default), Stop));

        var heard = server.Heard.ToList();
        Assert.Equal(3, heard.Count);
        Assert.True(heard[1].At - heard[0].At > TimeSpan.FromSeconds(0.9), $"it was asked again after {heard[1].At}");
        Assert.Single(heard.Select(one => one.Body).Distinct());
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_service_that_stays_overloaded_is_unavailable(int status)
    {
        const string Busy = """{"odata.error":{"code":"ServerBusy","message":{"lang":"en","value":"busy"}}}""";
        var reply = new Reply(status, Busy);
        await using var server = new ScriptedServer(reply, reply, reply);

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => Store(server).Find(Key, Stop));

        Assert.Contains($"{status} ServerBusy after 3 tries", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_unavailable()
    {
        var server = new ScriptedServer();
        await server.DisposeAsync();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => Store(server).Find(Key, Stop));
    }

    [Fact]
    public async Task A_caller_who_stops_waiting_gets_its_own_cancellation()
    {
        await using var server = new ScriptedServer(new Reply(503, "", [("Retry-After", "60")]));
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(0.5));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store(server).Find(Key, stop.Token));
    }

    [Fact]
    public async Task A_request_that_the_service_finds_wrong_is_our_fault_and_not_tried_again()
    {
        await using var server = new ScriptedServer(new Reply(
            400, """{"odata.error":{"code":"InvalidInput","message":{"value":"One of the inputs is not valid."}}}"""));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => Store(server).Insert(new NewRecord(Key, default), Stop));

        Assert.Contains("400 InvalidInput: One of the inputs is not valid.", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Heard);
    }

    [Theory]
    [InlineData(409, "EntityAlreadyExists", "2:The specified entity already exists.", "r2")]
    [InlineData(409, "EntityAlreadyExists", "The specified entity already exists.", "r0")]
    [InlineData(503, "ServerBusy", "1:The server is busy.", null)]
    [InlineData(400, "InvalidInput", "0:Bad.", "")]
    public async Task The_answer_inside_a_transaction_counts(int status, string code, string says, string? taken)
    {
        await using var server = new ScriptedServer(new Reply(202, Inside(status, code, says)));
        var records = Enumerable.Range(0, 4).Select(row => new NewRecord(Key with { Row = $"r{row}" }, default));
        var call = () => Store(server).InsertTogether([.. records], Stop);

        if (taken is null)
            await Assert.ThrowsAsync<StoreUnavailableException>(call);
        else if (taken.Length == 0)
            await Assert.ThrowsAsync<InvalidOperationException>(call);
        else
            Assert.Equal(new WriteAnswer.Conflict(Key with { Row = taken }), await call());
    }

    [Fact]
    public async Task An_empty_page_that_is_not_the_last_does_not_end_the_reading()
    {
        const string Row = """
            {"value":[{"odata.etag":"W/\"1\"","PartitionKey":"p","RowKey":"r","WrittenBy":"x","Size":0}]}
            """;
        (string, string)[] next =
        [
            ("x-ms-continuation-NextPartitionKey", "1!4!p/+"),
            ("x-ms-continuation-NextRowKey", "a=b"),
        ];
        var nothing = new Reply(200, """{"value":[]}""", next);
        await using var server = new ScriptedServer(
            nothing, new Reply(200, Row), nothing, new Reply(200, Row), new Reply(200, """{"value":[]}"""));
        var store = Store(server);

        Assert.Equal("r", Assert.Single(await store.Read("receipts", "p", null, null, Stop).ToListAsync(Stop)).Key.Row);
        Assert.Equal(["p"], await store.Partitions("receipts", Stop).ToListAsync(Stop));
        var asked = server.Heard.ElementAt(1).Path;
        Assert.EndsWith("&NextPartitionKey=1%214%21p%2F%2B&NextRowKey=a%3Db", asked, StringComparison.Ordinal);
    }

    private static string Inside(int status, string code, string says) =>
        "--batchresponse_1\r\nContent-Type: multipart/mixed; boundary=changesetresponse_1\r\n\r\n"
        + "--changesetresponse_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n"
        + $"HTTP/1.1 {status} Whatever\r\nContent-Type: application/json\r\n\r\n"
        + $"{{\"odata.error\":{{\"code\":\"{code}\",\"message\":{{\"value\":\"{says}\\nRequestId:1\"}}}}}}"
        + "\r\n--changesetresponse_1--\r\n--batchresponse_1--\r\n";

    private static TableRecordStore Store(ScriptedServer server) => new(
        new TableStorageOptions
        {
            Tables = server.Address,
            Blobs = server.Address,
            Account = Azurite.Account,
            Key = Azurite.Key,
            MostRetries = 2,
            FirstDelay = TimeSpan.FromMilliseconds(1),
            LongestDelay = TimeSpan.FromSeconds(5),
        },
        TimeProvider.System);

    private sealed class FixedIdentity : TokenCredential
    {
        public List<string> Asked { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Asked.AddRange(requestContext.Scopes);
            return new AccessToken("the-token", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }

    // Tokens travel over https only; this carries what would go to Azure to the server of the test.
    private sealed class LocalHandler(Uri server) : DelegatingHandler(new SocketsHttpHandler())
    {
        public List<string> Hosts { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Hosts.Add(request.RequestUri!.Host);
            request.RequestUri = new Uri(server, request.RequestUri.PathAndQuery.TrimStart('/'));
            request.Headers.Host = null;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
