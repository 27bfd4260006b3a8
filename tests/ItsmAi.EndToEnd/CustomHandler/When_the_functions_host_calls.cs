using System.Net.NetworkInformation;
using System.Text.Json;
using ItsmAi.Hosting.Triggers;

namespace ItsmAi.EndToEnd.CustomHandler;

public sealed class When_the_functions_host_calls(StorageEmulator storage) : IClassFixture<StorageEmulator>, IDisposable
{
    private const string OfAnUnknownDesk =
        """
        {"id":{"value":"nowhere/txn-1"},"kind":"TicketCreated","subject":{"connection":{"value":"nowhere"},"number":"61"},
        "occurredAt":"2026-03-01T12:00:00Z","receivedAt":"2026-03-01T12:00:00Z"}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("itsmai-functions-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> OddEnvelopes =>
    [
        "", " ", "null", "[]", "{}", "7", "not JSON", "{\"Data\":", "\0", "\ufeff{}",
        """{"Data":{"message":null},"Metadata":{}}""",
        """{"Data":{"message":"plain text"},"Metadata":{}}""",
        """{"Data":{"message":"\"double\""},"Metadata":{}}""",
        """{"Data":{"message":{"id":"x","messageId":"y","deliveryCount":99}},"Metadata":{"id":"x","MessageId":"y","DeliveryCount":99}}""",
        """{"Data":{"message":[1,2,3]},"Metadata":{"sys":{"MethodName":"x"}}}""",
        """{"Data":{"message":"a\u0000b\u202ec\ud83d\ude00"},"Metadata":{}}""",
        """{"Data":{"message":"\ud800"},"Metadata":{}}""",
        """{"Data":{"message":"\"\\ud800\""},"Metadata":{}}""",
        """{"Data":{"message":"{\"id\":null,\"kind\":\"TicketCreated\",\"subject\":null}"},"Metadata":{}}""",
        """{"Data":{"message":"{\"id\":{\"value\":\"\"},\"kind\":99}"},"Metadata":{}}""",
    ];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Should_answer_every_trigger()
    {
        using var host = await Start();

        Assert.Equal(200, (await host.Get("/", Stop)).Status);
        Assert.Equal(200, (await host.Get("/api/health", Stop)).Status);
        Assert.Equal(401, (await host.Get("/api/decisions", Stop)).Status);
        Assert.Equal(401, (await host.Get("/api/decisions/d1", Stop)).Status);
        Assert.Equal(401, (await host.Invoke("api/decisions/d1/approve", "{}", Stop)).Status);
        Assert.Equal(404, (await host.Invoke("api/tickets/nowhere", "{}", Stop)).Status);
        Assert.Equal(404, (await host.Invoke("nothing", "{}", Stop)).Status);
        foreach (var timer in TriggerCatalogue.All.OfType<Trigger.Timer>().Select(one => one.Name))
            Succeeded(await host.Invoke(timer, """{"Data":{"timer":{"IsPastDue":false}},"Metadata":{}}""", Stop), host);
        Succeeded(await host.Deliver(OfAnUnknownDesk, Stop), host);
    }

    [Fact]
    public async Task Should_listen_on_loopback_alone()
    {
        using var host = await Start();

        var listening = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners()
            .Where(end => end.Port == host.Port).Select(end => end.Address.ToString());

        Assert.Equal(["127.0.0.1"], listening);
    }

    [Fact]
    public async Task Should_deal_with_every_odd_message_once_and_for_all()
    {
        using var host = await Start();
        foreach (var envelope in OddEnvelopes.Select(row => row.Data).Append(new string('[', 50_000)).Append(new string('x', 9_000_000)))
        {
            var answer = await host.Invoke("handle-ticket", envelope, Stop);
            Succeeded(answer, host);
            Assert.Contains("dead letter", answer.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Should_finish_what_a_kill_cut_off_when_it_is_delivered_again()
    {
        for (var milliseconds = 0; milliseconds < 200; milliseconds += 50)
        {
            using (var killed = await Start())
            {
                var cutOff = killed.Deliver(OfAnUnknownDesk, Stop);
                await Task.Delay(milliseconds, Stop);
                await killed.Kill(Stop);
                await Record.ExceptionAsync(() => cutOff);
            }

            using var host = await Start();
            var answer = await host.Deliver(OfAnUnknownDesk, Stop);
            Succeeded(answer, host);
            Assert.Contains("nowhere/txn-1", answer.Body, StringComparison.Ordinal);
        }
    }

    private static void Succeeded((int Status, string Body) answer, FunctionsHost host)
    {
        Assert.True(answer.Status == 200, $"{answer.Status} {answer.Body}\n{host.Said}");
        using var json = JsonDocument.Parse(answer.Body);
        Assert.Equal(JsonValueKind.Object, json.RootElement.GetProperty("Outputs").ValueKind);
        Assert.Equal(JsonValueKind.Array, json.RootElement.GetProperty("Logs").ValueKind);
    }

    private async Task<FunctionsHost> Start()
    {
        storage.SkipWithout();
        File.Copy(Path.Combine(Repository.Root, "policy/policy.yaml"), Path.Combine(_folder, "policy.yaml"), overwrite: true);
        var config = Path.Combine(_folder, "itsmai.yaml");
        // Nothing is sent in these stories, so nobody listens where the Service Bus would be.
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "bus"), "Endpoint=sb://127.0.0.1/;SharedAccessKeyName=k;SharedAccessKey=a2V5", Stop);
        await File.WriteAllTextAsync(
            config,
            """
            site: http://127.0.0.1:7071/
            policy: policy.yaml
            store:
              connectionString: env:STORAGE
              serviceBusConnectionString: file:bus
            connections: []
            """,
            Stop);
        return await FunctionsHost.Start(config, storage, Stop);
    }
}
