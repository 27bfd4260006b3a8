using System.Security.Cryptography;
using System.Text;
using ItsmAi.Desk.Events;
using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Serving;
using ItsmAi.Hosting.Triggers;

namespace ItsmAi.Hosting.CustomHandler;

/// <summary>
/// Answers enveloped calls, <c>POST /handle-ticket</c>: 200 when the message is dealt with or kept for a person, 500
/// only
/// where delivering it again may help. Web functions are forwarded and not enveloped, so they are not answered here.
/// </summary>
internal sealed class Invocations(IReadOnlyList<Trigger> triggers, LazyHouse house, TimeProvider clock)
{
    /// <summary>The binding's name in each function.json of a queue.</summary>
    public const string MessageBinding = "message";

    // A message of ours is below 256 KiB, and the envelope may escape each of its bytes twice.
    private const int Limit = 8 * 1024 * 1024;

    public async Task<WebAnswer> Answer(string function, Exchange exchange, CancellationToken stop)
    {
        var trigger = triggers.FirstOrDefault(one => string.Equals(one.Name, function, StringComparison.OrdinalIgnoreCase));
        return trigger switch
        {
            Trigger.Queue queue => await OnMessage(queue, exchange, stop),
            Trigger.Timer timer => await OnTick(timer, stop),
            Trigger.Webhook webhook => WebAnswer.Error(
                404, $"function: {webhook.Name} is only answered at /api/{webhook.Route}; host.json must forward requests"),
            _ => WebAnswer.Error(404, $"function: \"{function}\" is not one of ours"),
        };
    }

    private async Task<WebAnswer> OnMessage(Trigger.Queue queue, Exchange exchange, CancellationToken stop)
    {
        var body = await exchange.ReadBody(Limit, stop);
        var inside = await house.Get();
        if (InvocationRequest.Message(body, MessageBinding) is not { } message)
        {
            var says = body.Whole ? $"no text at Data.{MessageBinding}" : $"longer than {Limit} bytes";
            return await Keep(inside, InvocationRequest.Excerpt(body), $"envelope: {says}", stop);
        }

        return await Within(token => queue.Reaction(inside)(message, token), stop) switch
        {
            Handling.Done => InvocationResponse.Handled(),
            Handling.Permanent permanent => await Keep(inside, message, permanent.Says, stop),
            Handling.Again again => InvocationResponse.AskAgain(again.Says),
            var other => throw new InvalidOperationException($"{other} is no way to handle a message"),
        };
    }

    private async Task<WebAnswer> OnTick(Trigger.Timer timer, CancellationToken stop)
    {
        var reaction = timer.Reaction(await house.Get());
        return await Within(token => reaction(clock.GetUtcNow(), token), stop) switch
        {
            Handling.Again again => InvocationResponse.AskAgain(again.Says),
            Handling.Permanent permanent => InvocationResponse.Handled($"{timer.Name}: {permanent.Says}"),
            _ => InvocationResponse.Handled(),
        };
    }

    private async Task<Handling> Within(Func<CancellationToken, Task<Handling>> reaction, CancellationToken stop)
    {
        using var deadline = new CancellationTokenSource(FunctionTimeout.Reaction, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, stop);
        try
        {
            return await reaction(either.Token)
                .WaitAsync(FunctionTimeout.Reaction + FunctionTimeout.Grace, clock, CancellationToken.None);
        }
        catch (Exception error) when (error is OperationCanceledException or TimeoutException)
        {
            return new Handling.Again(
                stop.IsCancellationRequested ? "stopping" : $"not done within {FunctionTimeout.Reaction}");
        }
    }

    private async Task<WebAnswer> Keep(House inside, string message, string says, CancellationToken stop)
    {
        var what = EventJson.Read(message);
        var id = what?.Id.Value is { Length: > 0 } known
            ? known
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message)));
        var letter = new DeadLetter(id, what?.Subject?.Key ?? "", message, says, 1, clock.GetUtcNow());
        await inside.DeadLetters.Keep(letter, stop);
        return InvocationResponse.Handled($"kept {id} as a dead letter: {says}");
    }
}
