using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using ItsmAi.Governance.Records;

namespace ItsmAi.Connectors.TableStorage.Wire;

/// <summary>
/// One service of a storage account: sends, retries what may pass, and says what the service answered.
/// </summary>
internal sealed class StorageEndpoint
{
    // The first version that takes Entra tokens for tables.
    private const string Version = "2020-12-06";

    private const string Scope = "https://storage.azure.com/.default";

    private readonly Uri _address;

    private readonly HttpPipeline _pipeline;

    private StorageEndpoint(Uri address, TableStorageOptions options, HttpPipelinePolicy signing)
    {
        _address = address;
        HttpPipelinePolicy[] once = options.Sas is null ? [] : [signing];
        HttpPipelinePolicy[] eachTry = options.Sas is null ? [signing] : [];
        _pipeline = HttpPipelineBuilder.Build(new Settings(options), once, eachTry, new ResponseClassifier());
    }

    public static StorageEndpoint Tables(TableStorageOptions options, TimeProvider time) => new(
        options.Tables, options, Signing(options, key => new AccountKeyPolicy(
            "SharedKeyLite", options.Account!, key, time, SignedText.ForTables)));

    public static StorageEndpoint Blobs(TableStorageOptions options, TimeProvider time) => new(
        options.Blobs, options, Signing(options, key => new AccountKeyPolicy(
            "SharedKey", options.Account!, key, time, SignedText.ForBlobs)));

    /// <exception cref="StoreUnavailableException">No answer, or one that says that it cannot now.</exception>
    public async Task<StorageAnswer> Send(
        RequestMethod method, string pathAndQuery, Action<Request> fill, CancellationToken stop)
    {
        using var message = _pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri($"{_address.AbsoluteUri.TrimEnd('/')}/{pathAndQuery}"));
        message.Request.Headers.SetValue("x-ms-version", Version);
        fill(message.Request);
        await Carry(message, stop);
        var retries = message.ProcessingContext.RetryNumber;
        var answer = StorageAnswer.From(message.Response, message.Request.ClientRequestId, retried: retries > 0);
        return answer.Status is 401 or 403 or 408 or 429 or >= 500
            ? throw new StoreUnavailableException(
                $"{_address} answers {answer.Status} {answer.Code} after {retries + 1} tries")
            : answer;
    }

    /// <summary>The address of a part of this service, as a batch names it.</summary>
    public string Address(string path) => $"{_address.AbsoluteUri.TrimEnd('/')}/{path}";

    private async Task Carry(HttpMessage message, CancellationToken stop)
    {
        try
        {
            await _pipeline.SendAsync(message, stop);
        }
        catch (Exception error) when (!stop.IsCancellationRequested && MayPass(error))
        {
            throw new StoreUnavailableException($"{_address} does not answer: {error.Message}", error);
        }
    }

    // Retries that all fail come as an AggregateException; a try that takes too long as a cancellation of nobody's
    // asking.
    private static bool MayPass(Exception error) =>
        error is RequestFailedException or AggregateException or OperationCanceledException
            or AuthenticationFailedException or IOException;

    private static HttpPipelinePolicy Signing(TableStorageOptions options, Func<string, HttpPipelinePolicy> byKey) =>
        options switch
        {
            { Key: { } key } => byKey(key),
            { Sas: { } sas } => new SasPolicy(sas),
            _ => new BearerTokenAuthenticationPolicy(options.Credential!, Scope),
        };

    private sealed class Settings : ClientOptions
    {
        public Settings(TableStorageOptions options)
        {
            Retry.Mode = RetryMode.Exponential;
            Retry.MaxRetries = options.MostRetries;
            Retry.Delay = options.FirstDelay;
            Retry.MaxDelay = options.LongestDelay;
            Retry.NetworkTimeout = options.Timeout;
            Diagnostics.ApplicationId = "itsmai";
            // Neither keys nor contents belong in a log.
            Diagnostics.IsLoggingEnabled = false;
            if (options.Transport is not null)
                Transport = options.Transport;
        }
    }
}
