using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Records;
using ItsmAi.Hosting.Calls;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ItsmAi.Hosting.Serving;

/// <summary>Answers every request somehow: this is the edge, so whatever was thrown becomes a status here.</summary>
internal sealed class ExchangeApplication(Door door, TextWriter log) : IHttpApplication<Exchange>
{
    public Exchange CreateContext(IFeatureCollection contextFeatures) => new(contextFeatures);

    public async Task ProcessRequestAsync(Exchange context) => await context.Answer(await AnswerTo(context));

    public void DisposeContext(Exchange context, Exception? exception)
    {
    }

#pragma warning disable CA1031 // The edge: an answer is owed whatever happened.
    private async Task<WebAnswer> AnswerTo(Exchange exchange)
    {
        try
        {
            return await door(exchange, exchange.Gone);
        }
        catch (BadHttpRequestException error)
        {
            return WebAnswer.Error(error.StatusCode, error.Message);
        }
        catch (Exception error) when (error is StoreUnavailableException or DeskUnavailableException)
        {
            await log.WriteLineAsync($"{exchange.Method} {exchange.Path}: {error.Message}");
            return WebAnswer.Error(503, error.Message).With("Retry-After", "10");
        }
        catch (Exception error)
        {
            await log.WriteLineAsync($"{exchange.Method} {exchange.Path}: {error}");
            return WebAnswer.Error(500, "an unexpected fault; the log has its details");
        }
    }
#pragma warning restore CA1031
}
