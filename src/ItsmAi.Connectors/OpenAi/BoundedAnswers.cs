namespace ItsmAi.Connectors.OpenAi;

/// <summary>Reads no more of an answer than it may have: a server that sends without end fills no memory.</summary>
internal sealed class BoundedAnswers(HttpMessageHandler inner, int longest) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        try
        {
            await answer.Content.LoadIntoBufferAsync(longest, cancellationToken);
            return answer;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }
}
