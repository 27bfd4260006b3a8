using System.ClientModel;
using System.ClientModel.Primitives;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ItsmAi.Governance.Prompting;
using OpenAI;
using OpenAI.Chat;

namespace ItsmAi.Connectors.OpenAi;

/// <summary>A model behind the OpenAI API, by the official library: one question, one answer in the form of a closed schema.</summary>
public sealed class OpenAiModel : ILanguageModel, IDisposable
{
    private readonly OpenAiOptions _options;
    private readonly HttpClient _http;
    private readonly ChatClient _chat;

    [SuppressMessage("Reliability", "CA2000", Justification = "The bound is the client's; the wire is the caller's.")]
    public OpenAiModel(OpenAiOptions options, HttpMessageHandler wire, Random jitter, TimeProvider clock)
    {
        if (options.Check() is { } wrong) throw new ArgumentException(wrong, nameof(options));
        _options = options;
        _http = new HttpClient(new BoundedAnswers(wire, options.LongestAnswer), disposeHandler: false)
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        var client = new OpenAIClientOptions
        {
            Endpoint = options.Endpoint,
            UserAgentApplicationId = "itsmai",
            NetworkTimeout = options.Patience,
            RetryPolicy = new ModelRetries(options.Tries, jitter, clock),
            Transport = new HttpClientPipelineTransport(_http),
        };
        _chat = new ChatClient(options.Model, Authentication(options), client);
    }

    public async Task<ModelReply> Ask(ModelCall call, CancellationToken stop)
    {
        try
        {
            ChatMessage[] messages = [new SystemChatMessage(call.Instructions), new UserChatMessage(call.Input)];
            return Reply(await _chat.CompleteChatAsync(messages, Asking(call), stop));
        }
        catch (ClientResultException error) when (error.Status is 400 or 422)
        {
            return new ModelReply.Refused($"the endpoint refuses the question with {error.Status}", Usage: null);
        }
        catch (ClientResultException error)
        {
            return new ModelReply.Away(error.Status == 0 ? "the endpoint cannot be reached" : $"the endpoint answers {error.Status}");
        }
        catch (Exception error) when (IsBroken(error, stop))
        {
            return new ModelReply.Away($"the endpoint's answer cannot be read: {error.GetType().Name}");
        }
    }

    public void Dispose() => _http.Dispose();

    private ModelReply Reply(ChatCompletion said)
    {
        var (model, spent) = (string.IsNullOrEmpty(said.Model) ? _options.Model : said.Model, said.Usage);
        var usage = new ModelUsage(model, spent?.InputTokenCount ?? 0, spent?.OutputTokenCount ?? 0);
        if (said.ToolCalls.Count > 0) return new ModelReply.Refused("it calls tools, and has none", usage);
        if (!string.IsNullOrEmpty(said.Refusal)) return new ModelReply.Refused("it declines", usage);
        if (said.FinishReason != ChatFinishReason.Stop) return new ModelReply.Refused($"it ended with {said.FinishReason}", usage);
        return said.Content is [{ Kind: ChatMessageContentPartKind.Text, Text: { Length: > 0 } text }]
            ? new ModelReply.Said(text, usage)
            : new ModelReply.Refused("it said nothing", usage);
    }

    private static ChatCompletionOptions Asking(ModelCall call) => new()
    {
        Temperature = 0,
        MaxOutputTokenCount = call.MostTokens,
        StoredOutputEnabled = false,
        ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(
            call.SchemaName, BinaryData.FromString(call.Schema), jsonSchemaIsStrict: true),
    };

    private static AuthenticationPolicy Authentication(OpenAiOptions options)
    {
        if (options.Credential is { } identity) return new BearerTokenPolicy(identity, options.Scope);
        var key = new ApiKeyCredential(options.Key!);
        return options.Endpoint.Host.EndsWith(".azure.com", StringComparison.OrdinalIgnoreCase)
            ? ApiKeyAuthenticationPolicy.CreateHeaderApiKeyPolicy(key, "api-key")
            : ApiKeyAuthenticationPolicy.CreateBearerAuthorizationPolicy(key);
    }

    /// <summary>The library says in many ways that an answer is none; that the caller gave up is not among them.</summary>
    private static bool IsBroken(Exception error, CancellationToken stop) => !stop.IsCancellationRequested
        && error is JsonException or HttpRequestException or IOException or AggregateException or InvalidOperationException
            or FormatException or KeyNotFoundException or ArgumentException or TaskCanceledException or NullReferenceException;
}
