using System.Text;
using System.Text.Json;
using ItsmAi.Governance.Records;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.CustomHandler;
using ItsmAi.Hosting.Tests.Fakes;

namespace ItsmAi.Hosting.Tests.CustomHandler;

public sealed class InvocationsTests
{
    private readonly FakeHouse _house = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    // As the host sends a queue's text: JSON text inside a JSON string.
    [InlineData("""{"Data":{"message":"\"{\\\"id\\\":1}\""}}""", """{"id":1}""")]
    // As its documentation shows it.
    [InlineData("""{"Data":{"message":"{\"id\":1}"}}""", """{"id":1}""")]
    [InlineData("""{"Data":{"message":{"id": 1}}}""", """{"id": 1}""")]
    [InlineData("""{"Data":{"message":[1, 2]}}""", "[1, 2]")]
    [InlineData("""{"Data":{"message":"[1,2]"}}""", "[1,2]")]
    [InlineData("""{"Data":{"message":7}}""", "7")]
    [InlineData("""{"Data":{"message":"7"}}""", "7")]
    [InlineData("""{"Data":{"message":true}}""", "true")]
    [InlineData("""{"Data":{"message":"null"}}""", "null")]
    [InlineData("""{"Data":{"message":"not JSON {"}}""", "not JSON {")]
    [InlineData("""{"Data":{"message":""}}""", "")]
    [InlineData("""{"Data":{"message":"\"\""}}""", "")]
    [InlineData("""{"Data":{"message":"\"\\\"twice\\\"\""}}""", "\"twice\"")]
    [InlineData("""{"Data":{"message":"a\u0000b\u202ec \ud83d\ude00"}}""", "a\0b\u202ec \U0001F600")]
    [InlineData("""{"Metadata":{"message":"wrong","id":"wrong","messageId":"x","deliveryCount":99},"Data":{"message":"right"}}""", "right")]
    [InlineData("""{"Data":{"message":"{\"id\":\"a\",\"messageId\":\"b\",\"deliveryCount\":7}"},"Metadata":{"id":"a","MessageId":"b"}}""",
        """{"id":"a","messageId":"b","deliveryCount":7}""")]
    [InlineData("""{"Data":{"other":"x","message":"right"},"Metadata":null,"More":[]}""", "right")]
    public async Task The_message_is_taken_out_of_its_envelope(string envelope, string message)
    {
        await using var handler = HandlerProcess.Start(_house);

        var answer = await handler.Post("/handle-ticket", envelope, Stop);

        Assert.Equal((200, """{"Outputs":{},"Logs":[],"ReturnValue":null}""", "application/json"), answer);
        Assert.Equal(message, Assert.Single(_house.Messages));
        Assert.Empty(_house.Letters.Letters);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not JSON")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"Data":null}""")]
    [InlineData("""{"Data":{}}""")]
    [InlineData("""{"Data":{"Message":"wrong case"}}""")]
    [InlineData("""{"Data":{"message":null}}""")]
    [InlineData("""{"Data":{"message":"half a pair: \ud800"}}""")]
    [InlineData("""{"Data":{"message":"cut off""")]
    public async Task What_is_no_message_is_kept_for_a_person_and_not_asked_for_again(string envelope)
    {
        await using var handler = HandlerProcess.Start(_house);

        var (status, body, type) = await handler.Post("/handle-ticket", envelope, Stop);

        Assert.Equal((200, "application/json"), (status, type));
        Assert.Equal(envelope, Assert.Single(_house.Letters.Letters).Message);
        Assert.Empty(_house.Messages);
        using var json = JsonDocument.Parse(body);
        Assert.Contains("kept", json.RootElement.GetProperty("Logs")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_kept_as_far_as_they_can_be_shown()
    {
        await using var handler = HandlerProcess.Start(_house);

        var bytes = Encoding.Latin1.GetBytes("{\"Data\":{\"message\":\"caf\u00e9 \u00ff\"}}");

        Assert.Equal(200, (await handler.Post("/handle-ticket", bytes, Stop)).Status);
        Assert.Contains("caf\ufffd", Assert.Single(_house.Letters.Letters).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deeply_nested_or_endless_message_is_kept_by_its_beginning()
    {
        await using var handler = HandlerProcess.Start(_house);

        Assert.Equal(200, (await handler.Post("/handle-ticket", new string('[', 100_000), Stop)).Status);
        Assert.Equal(200, (await handler.Post("/handle-ticket", new string(' ', 9 * 1024 * 1024), Stop)).Status);

        Assert.Equal([64 * 1024, 64 * 1024], _house.Letters.Letters.Select(letter => letter.Message.Length));
    }

    [Fact]
    public async Task A_message_that_fails_for_good_is_kept_under_its_own_id()
    {
        const string Message =
            """{"id":{"value":"rt-main/txn-1"},"kind":"TicketCreated","subject":{"connection":{"value":"rt-main"},"number":"61"},"occurredAt":"2026-03-01T12:00:00Z","receivedAt":"2026-03-01T12:00:00Z"}""";
        _house.OnMessage = (_, _) => Task.FromResult<Handling>(new Handling.Permanent("no such ticket"));
        await using var handler = HandlerProcess.Start(_house);

        var first = await handler.Post("/handle-ticket", "{\"Data\":{\"message\":" + Message + "}}", Stop);
        await handler.Post("/handle-ticket", "{\"Data\":{\"message\":" + Message + "}}", Stop);

        var letter = Assert.Single(_house.Letters.Letters);
        Assert.Equal(200, first.Status);
        Assert.Equal(("rt-main/txn-1", "rt-main:61", Message, "no such ticket"), (letter.Id, letter.Subject, letter.Message, letter.Says));
    }

    [Fact]
    public async Task Only_what_may_work_later_is_asked_for_again()
    {
        Queue<Func<Handling>> answers = new(
        [
            () => new Handling.Again("the desk is down"),
            () => throw new StoreUnavailableException("the store is down"),
            () => throw new InvalidOperationException("a fault of ours"),
            () => new Handling.Done(),
        ]);
        _house.OnMessage = (_, _) => Task.FromResult(answers.Dequeue()());
        await using var handler = HandlerProcess.Start(_house);

        var statuses = new List<int>();
        while (answers.Count > 0)
        {
            var (status, body, type) = await handler.Post("/handle-ticket", """{"Data":{"message":"x"}}""", Stop);
            statuses.Add(status);
            Assert.Equal("application/json", type);
            Assert.StartsWith("{", body, StringComparison.Ordinal);
        }

        Assert.Equal([500, 503, 500, 200], statuses);
        Assert.Empty(_house.Letters.Letters);
    }

    [Fact]
    public async Task A_letter_that_cannot_be_kept_is_asked_for_again()
    {
        _house.Letters.IsDown = true;
        await using var handler = HandlerProcess.Start(_house);

        Assert.Equal(503, (await handler.Post("/handle-ticket", "not JSON", Stop)).Status);
        _house.Letters.IsDown = false;
        Assert.Equal(200, (await handler.Post("/handle-ticket", "not JSON", Stop)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not JSON")]
    [InlineData("""{"Data":{"timer":{"Schedule":{},"ScheduleStatus":null,"IsPastDue":true}},"Metadata":{"sys":{}}}""")]
    public async Task A_tick_is_a_tick_whatever_is_in_its_envelope(string envelope)
    {
        await using var handler = HandlerProcess.Start(_house);

        Assert.Equal(200, (await handler.Post("/Reconcile-Desks", envelope, Stop)).Status);

        Assert.Single(_house.Ticks);
    }

    [Fact]
    public async Task A_tick_that_fails_for_good_is_only_logged()
    {
        _house.OnTick = (_, _) => Task.FromResult<Handling>(new Handling.Permanent("no desk is connected"));
        await using var handler = HandlerProcess.Start(_house);

        var answer = await handler.Post("/verify-receipts", "{}", Stop);

        Assert.Equal(200, answer.Status);
        Assert.Contains("no desk is connected", answer.Body, StringComparison.Ordinal);
        Assert.Empty(_house.Letters.Letters);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reaction_that_takes_too_long_is_answered_before_the_host_kills(bool obeys)
    {
        var clock = new ManualClock();
        var never = new TaskCompletionSource<Handling>();
        _house.OnMessage = (_, stop) => obeys ? never.Task.WaitAsync(stop) : never.Task;
        await using var handler = HandlerProcess.Start(_house, clock);
        var answer = handler.Post("/handle-ticket", """{"Data":{"message":"x"}}""", Stop);
        while (_house.Messages.IsEmpty) await ManualClock.Settle();

        await clock.Advance(FunctionTimeout.Reaction - TimeSpan.FromSeconds(1));
        Assert.False(answer.IsCompleted);
        await clock.Advance(TimeSpan.FromSeconds(1) + (obeys ? TimeSpan.Zero : FunctionTimeout.Grace));

        Assert.Equal(500, (await answer).Status);
    }
}
