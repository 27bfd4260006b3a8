using System.Runtime.CompilerServices;
using System.Text;
using System.Xml.Linq;
using Azure.Core;
using ItsmAi.Connectors.TableStorage.Wire;
using ItsmAi.Governance.Receipts.Anchors;

namespace ItsmAi.Connectors.TableStorage;

/// <summary>
/// Anchors as blobs of a container that is to have an immutability policy. Each is one single request that only makes
/// and never replaces, which an identity that may add blobs, and no more, is allowed.
/// </summary>
public sealed class BlobAnchors : IAnchorStore
{
    // Enough to hide the way there and back, and no burst.
    private const int AtOnce = 16;

    private readonly StorageEndpoint _blobs;
    private readonly string _container;
    private long _known;

    /// <param name="container">Lower case letters, digits and hyphens.</param>
    public BlobAnchors(TableStorageOptions options, string container, TimeProvider time)
    {
        (options with { Container = container }).Check();
        (_blobs, _container) = (StorageEndpoint.Blobs(options, time), container);
    }

    public async Task<bool> Append(StoredAnchor anchor, CancellationToken stop)
    {
        var answer = await Put(anchor, stop);
        if (answer.Code == "ContainerNotFound")
        {
            await MakeContainer(stop);
            answer = await Put(anchor, stop);
        }

        if (answer.IsSuccess) return true;
        if (answer.Status is not (409 or 412)) throw answer.Unexpected();

        // Where the answer to a try was lost, the retry meets what that try wrote.
        return answer.Retried && (await Get(anchor.Sequence, stop))?.Content.Span.SequenceEqual(anchor.Content.Span) == true;
    }

    public async Task<StoredAnchor?> Last(CancellationToken stop)
    {
        // Listing costs a request for each 5,000, so it is done once; from there on, anchors follow each other.
        var last = _known > 0 ? await Get(_known, stop) : null;
        if (last is null && await Names(stop) is [.., var name]) last = await Get(name, stop);
        while (last is not null && await Get(last.Sequence + 1, stop) is { } next) last = next;
        _known = last?.Sequence ?? 0;
        return last;
    }

    public async IAsyncEnumerable<StoredAnchor> Read([EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var some in (await Names(stop)).Chunk(AtOnce))
        {
            foreach (var anchor in await Task.WhenAll(some.Select(sequence => Get(sequence, stop))))
            {
                if (anchor is not null) yield return anchor;
            }
        }
    }

    private Task<StorageAnswer> Put(StoredAnchor anchor, CancellationToken stop) => _blobs.Send(
        RequestMethod.Put,
        PathOf(anchor.Sequence),
        request =>
        {
            request.Headers.SetValue("x-ms-blob-type", "BlockBlob");
            request.Headers.SetValue("If-None-Match", "*");
            request.Headers.SetValue("Content-Type", "application/json");
            request.Content = RequestContent.Create(anchor.Content);
        },
        stop);

    private async Task<StoredAnchor?> Get(long sequence, CancellationToken stop)
    {
        var answer = await _blobs.Send(RequestMethod.Get, PathOf(sequence), _ => { }, stop);
        return answer.IsSuccess ? new StoredAnchor(sequence, answer.Content)
            : answer.Status == 404 ? null
            : throw answer.Unexpected();
    }

    private async Task<List<long>> Names(CancellationToken stop)
    {
        var names = new List<long>();
        string? marker = "";
        while (marker is not null)
        {
            var from = marker.Length == 0 ? "" : $"&marker={Uri.EscapeDataString(marker)}";
            var answer = await _blobs.Send(
                RequestMethod.Get, $"{_container}?restype=container&comp=list&prefix=anchor-{from}", _ => { }, stop);
            if (answer.Code == "ContainerNotFound") return names;
            if (!answer.IsSuccess) throw answer.Unexpected();
            var list = XElement.Parse(Encoding.UTF8.GetString(answer.Content.Span).TrimStart('\uFEFF'));
            names.AddRange(list.Descendants("Name").Select(name => Anchor.SequenceIn(name.Value)).OfType<long>());
            marker = list.Element("NextMarker")?.Value is { Length: > 0 } next ? next : null;
        }

        return names;
    }

    private async Task MakeContainer(CancellationToken stop)
    {
        var answer = await _blobs.Send(
            RequestMethod.Put, $"{_container}?restype=container", request => request.Content = RequestContent.Create([]), stop);
        if (!answer.IsSuccess && answer.Code != "ContainerAlreadyExists") throw answer.Unexpected();
    }

    private string PathOf(long sequence) => $"{_container}/{Anchor.NameOf(sequence)}";
}
