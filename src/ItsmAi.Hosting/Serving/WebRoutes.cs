using ItsmAi.Hosting.Calls;
using ItsmAi.Hosting.Triggers;

namespace ItsmAi.Hosting.Serving;

/// <summary>The routes of the webhooks below <c>/api/</c>, and what answers them.</summary>
public sealed class WebRoutes(IReadOnlyList<Trigger> triggers)
{
    // The Functions host's default prefix; both ways of running keep it, so that a desk's configuration fits both.
    private const string Prefix = "api";

    // What is left of the body is not read, so the connection cannot be used again.
    private static readonly WebAnswer TooLong =
        WebAnswer.Error(413, $"body: longer than {BodyReader.Limit} bytes").With("Connection", "close");

    private readonly (Trigger.Webhook Webhook, string[] Pattern)[] _routes =
    [
        .. triggers.OfType<Trigger.Webhook>().Select(webhook => (webhook, $"{Prefix}/{webhook.Route}".Split('/'))),
    ];

    public async Task<WebAnswer> Answer(Exchange exchange, Func<Task<House>> house, CancellationToken stop)
    {
        var matches = _routes.Where(route => Fits(route.Pattern, exchange.Segments)).ToList();
        if (matches.Count == 0) return WebAnswer.Error(404, $"path: there is nothing at {exchange.Path}");
        var found = matches.Find(route => route.Webhook.Method == exchange.Method);
        if (found.Webhook is null)
        {
            var allowed = string.Join(", ", matches.Select(route => route.Webhook.Method));
            return WebAnswer.Error(405, $"method: {exchange.Method} is not answered here; use {allowed}").With("Allow", allowed);
        }

        if (exchange.Declared > BodyReader.Limit) return TooLong;
        var body = await exchange.ReadBody(BodyReader.Limit, stop);
        if (!body.Whole) return TooLong;
        var call = exchange.ToCall(Values(found.Pattern, exchange.Segments), body.Bytes);
        return await found.Webhook.Reaction(await house())(call, stop);
    }

    private static bool Fits(string[] pattern, IReadOnlyList<string> segments) =>
        pattern.Length == segments.Count
        && pattern.Zip(segments).All(pair =>
            IsName(pair.First) || string.Equals(pair.First, pair.Second, StringComparison.OrdinalIgnoreCase));

    private static Dictionary<string, string> Values(string[] pattern, IReadOnlyList<string> segments) =>
        pattern.Zip(segments)
            .Where(pair => IsName(pair.First))
            .ToDictionary(pair => pair.First[1..^1], pair => pair.Second, StringComparer.Ordinal);

    private static bool IsName(string part) => part.StartsWith('{');
}
