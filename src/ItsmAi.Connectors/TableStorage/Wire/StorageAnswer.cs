using Azure;

namespace ItsmAi.Connectors.TableStorage.Wire;

/// <summary>What the service answered, with what tells our own earlier try from somebody else's write.</summary>
/// <param name="Code">The service's name for what is wrong; empty when nothing is.</param>
/// <param name="RequestId">Our own number of the request, the same over its tries.</param>
/// <param name="Retried">True when an earlier try may have reached the service.</param>
internal sealed record StorageAnswer(
    int Status, string Code, string Says, ReadOnlyMemory<byte> Content, string RequestId, bool Retried)
{
    public string ETag { get; init; } = "";

    public string? NextPartition { get; init; }

    public string? NextRow { get; init; }

    public bool IsSuccess => Status is >= 200 and < 300;

    public InvalidOperationException Unexpected() =>
        new($"the storage service answers {Status} {Code}: {Says}; this is a fault of this program or of the account");

    public static StorageAnswer From(Response response, string requestId, bool retried)
    {
        var content = response.Content.ToMemory();
        var (code, says) = response.IsError ? StorageFault.Read(response, content) : ("", "");
        return new StorageAnswer(response.Status, code, says, content, requestId, retried)
        {
            ETag = response.Headers.TryGetValue("ETag", out var etag) ? etag : "",
            NextPartition = Header(response, "x-ms-continuation-NextPartitionKey"),
            NextRow = Header(response, "x-ms-continuation-NextRowKey"),
        };
    }

    private static string? Header(Response response, string name) =>
        response.Headers.TryGetValue(name, out var value) ? value : null;
}
