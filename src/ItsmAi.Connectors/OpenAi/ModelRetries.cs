using System.ClientModel.Primitives;
using System.Globalization;

namespace ItsmAi.Connectors.OpenAi;

/// <summary>
/// When a try is repeated, and after how long: what the server asks for, else 0.5 s doubled each time with jitter (the library's own
/// default waits not at all).
/// </summary>
internal sealed class ModelRetries(int most, Random jitter, TimeProvider clock) : ClientRetryPolicy(most)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.5);

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private readonly Lock _door = new();

    protected override TimeSpan GetNextDelay(PipelineMessage message, int tryCount)
    {
        var asked = message.Response is { } response ? Asked(response) : null;
        if (asked is { } wait) return wait < Longest ? wait : Longest;
        double share;
        lock (_door) share = 0.5 + (jitter.NextDouble() / 2);
        return First * Math.Pow(2, tryCount - 1) * share;
    }

    protected override async Task WaitAsync(TimeSpan time, CancellationToken cancellationToken) =>
        await Task.Delay(time, clock, cancellationToken);

    private TimeSpan? Asked(PipelineResponse response)
    {
        if (response.Headers.TryGetValue("retry-after-ms", out var text) && Number(text) is { } milliseconds)
            return TimeSpan.FromMilliseconds(milliseconds);
        if (!response.Headers.TryGetValue("Retry-After", out text)) return null;
        if (Number(text) is { } seconds) return TimeSpan.FromSeconds(seconds);
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)) return null;
        var until = at - clock.GetUtcNow();
        return until > TimeSpan.Zero ? until : TimeSpan.Zero;
    }

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= 86_400_000
            ? number
            : null;
}
