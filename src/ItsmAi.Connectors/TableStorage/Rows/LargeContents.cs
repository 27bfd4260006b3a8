using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using ItsmAi.Connectors.TableStorage.Wire;

namespace ItsmAi.Connectors.TableStorage.Rows;

/// <summary>
/// Contents that no entity can hold, as blobs named by their SHA-256: the same content lies there once, and what comes
/// back is checked against its name. A blob outlives its record, as another may point to it.
/// </summary>
internal sealed class LargeContents(StorageEndpoint blobs, string container)
{
    // A larger content goes in blocks, so that a lost connection costs a block and not all of it.
    private const int LargestPut = 8 * 1024 * 1024;

    private const int Block = 4 * 1024 * 1024;

    public async Task<string> Put(ReadOnlyMemory<byte> content, CancellationToken stop)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var answer = await Upload(hash, content, stop);
        if (answer.Code == "ContainerNotFound")
        {
            await MakeContainer(stop);
            answer = await Upload(hash, content, stop);
        }

        // The name says that what is there already is the same.
        return answer.IsSuccess || answer.Status is 409 or 412 ? hash : throw answer.Unexpected();
    }

    public async Task<ReadOnlyMemory<byte>> Get(string hash, CancellationToken stop)
    {
        var answer = await blobs.Send(RequestMethod.Get, $"{container}/{hash}", _ => { }, stop);
        if (!answer.IsSuccess)
            throw answer.Unexpected();
        if (Convert.ToHexStringLower(SHA256.HashData(answer.Content.Span)) != hash)
            throw new InvalidDataException($"the content of blob {hash} is not what its name says");
        return answer.Content;
    }

    private Task<StorageAnswer> Upload(string hash, ReadOnlyMemory<byte> content, CancellationToken stop) =>
        content.Length <= LargestPut ? PutWhole(hash, content, stop) : PutBlocks(hash, content, stop);

    private Task<StorageAnswer> PutWhole(string hash, ReadOnlyMemory<byte> content, CancellationToken stop) =>
        blobs.Send(
            RequestMethod.Put,
            $"{container}/{hash}",
            request =>
            {
                request.Headers.SetValue("x-ms-blob-type", "BlockBlob");
                request.Headers.SetValue("If-None-Match", "*");
                Fill(request, content, "application/octet-stream");
            },
            stop);

    private async Task<StorageAnswer> PutBlocks(string hash, ReadOnlyMemory<byte> content, CancellationToken stop)
    {
        var list = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList>");
        for (var from = 0; from < content.Length; from += Block)
        {
            var id = Convert.ToBase64String(Encoding.ASCII.GetBytes($"{from:D10}"));
            var part = content.Slice(from, Math.Min(Block, content.Length - from));
            var put = await blobs.Send(
                RequestMethod.Put,
                $"{container}/{hash}?comp=block&blockid={Uri.EscapeDataString(id)}",
                request => Fill(request, part, "application/octet-stream"),
                stop);
            if (!put.IsSuccess)
                return put;
            list.Append($"<Latest>{id}</Latest>");
        }

        var text = Encoding.UTF8.GetBytes(list.Append("</BlockList>").ToString());
        return await blobs.Send(
            RequestMethod.Put,
            $"{container}/{hash}?comp=blocklist",
            request => Fill(request, text, "application/xml"),
            stop);
    }

    private async Task MakeContainer(CancellationToken stop)
    {
        var answer = await blobs.Send(
            RequestMethod.Put, $"{container}?restype=container", request => Fill(request, default, ""), stop);
        if (!answer.IsSuccess && answer.Code != "ContainerAlreadyExists")
            throw answer.Unexpected();
    }

    private static void Fill(Request request, ReadOnlyMemory<byte> content, string type)
    {
        request.Content = RequestContent.Create(content);
        if (type.Length > 0)
            request.Headers.SetValue("Content-Type", type);
    }
}
