using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Azure.Core;
using ItsmAi.Connectors.Records;
using ItsmAi.Connectors.TableStorage.Wire;
using ItsmAi.Governance.Records;

namespace ItsmAi.Connectors.TableStorage.Rows;

/// <summary>
/// The operations of the table service on rows, each with the conditions it is sent under; tables are made on need.
/// </summary>
internal sealed class TableRows(StorageEndpoint tables, string prefix)
{
    private const string Metadata = "application/json;odata=minimalmetadata";

    public async Task<Entity?> Find(RecordKey key, CancellationToken stop)
    {
        var answer = await tables.Send(RequestMethod.Get, Path(key), Accept, stop);
        if (answer.Status == 404)
            return null;
        if (!answer.IsSuccess)
            throw answer.Unexpected();

        using var row = JsonDocument.Parse(answer.Content);
        return EntityJson.Read(row.RootElement);
    }

    public Task<StorageAnswer> Insert(NewRecord record, string? blob, CancellationToken stop) =>
        InTable(
            record.Key.Collection,
            () => tables.Send(
                RequestMethod.Post, Table(record.Key.Collection), request => Fill(request, record, blob), stop),
            stop);

    public Task<StorageAnswer> Replace(NewRecord record, string? blob, string etag, CancellationToken stop) =>
        tables.Send(
            RequestMethod.Put,
            Path(record.Key),
            request =>
            {
                request.Headers.SetValue("If-Match", etag);
                Fill(request, record, blob);
            },
            stop);

    public Task<StorageAnswer> Delete(RecordKey key, string etag, CancellationToken stop) =>
        tables.Send(
            RequestMethod.Delete,
            Path(key),
            request =>
            {
                request.Headers.SetValue("If-Match", etag);
                Accept(request);
            },
            stop);

    /// <summary>Inserts all or none. The answer's status, code and words are those of the operation inside.</summary>
    public async Task<(StorageAnswer Answer, int Index)> InsertTogether(
        IReadOnlyList<(NewRecord Record, string? Blob)> rows, CancellationToken stop)
    {
        var collection = rows[0].Record.Key.Collection;
        var index = 0;
        var answer = await InTable(
            collection,
            async () =>
            {
                var outer = await tables.Send(
                    RequestMethod.Post, "$batch", request => FillBatch(request, collection, rows), stop);
                if (!outer.IsSuccess)
                    return outer;
                var inner = BatchAnswer.Read(outer.Content);
                index = inner.Index;
                return outer with { Status = inner.Status, Code = inner.Code, Says = inner.Says, ETag = inner.ETag };
            },
            stop);
        return (answer, index);
    }

    /// <summary>The rows that the filter lets pass, in the table's order.</summary>
    public async IAsyncEnumerable<Entity> Query(
        string collection, string filter, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var page in Pages(collection, $"$filter={Uri.EscapeDataString(filter)}&$top=100", stop))
        {
            foreach (var row in page.RootElement.GetProperty("value").EnumerateArray())
                yield return EntityJson.Read(row);
        }
    }

    /// <summary>The first partition after <paramref name="last"/>; null when there is none.</summary>
    public async Task<string?> PartitionAfter(string collection, string last, CancellationToken stop)
    {
        var filter = Uri.EscapeDataString($"PartitionKey gt '{last}'");
        await foreach (var page in Pages(collection, $"$filter={filter}&$select=PartitionKey&$top=1", stop))
        {
            // A page may be empty and still not be the last.
            foreach (var row in page.RootElement.GetProperty("value").EnumerateArray())
                return row.GetProperty("PartitionKey").GetString();
        }

        return null;
    }

    private async IAsyncEnumerable<JsonDocument> Pages(
        string collection, string query, [EnumeratorCancellation] CancellationToken stop)
    {
        for (var next = ""; ;)
        {
            var answer = await tables.Send(RequestMethod.Get, $"{Table(collection)}()?{query}{next}", Accept, stop);
            if (answer.Code == "TableNotFound")
                yield break;
            if (!answer.IsSuccess)
                throw answer.Unexpected();

            using var page = JsonDocument.Parse(answer.Content);
            yield return page;
            if (answer.NextPartition is null)
                yield break;
            next = $"&NextPartitionKey={Uri.EscapeDataString(answer.NextPartition)}"
                + (answer.NextRow is null ? "" : $"&NextRowKey={Uri.EscapeDataString(answer.NextRow)}");
        }
    }

    private async Task<StorageAnswer> InTable(string collection, Func<Task<StorageAnswer>> send, CancellationToken stop)
    {
        var answer = await send();
        if (answer.Code != "TableNotFound")
            return answer;

        var made = await tables.Send(
            RequestMethod.Post,
            "Tables",
            request => FillJson(request, Encoding.ASCII.GetBytes($"{{\"TableName\":\"{Table(collection)}\"}}")),
            stop);
        return made.IsSuccess || made.Code == "TableAlreadyExists" ? await send() : throw made.Unexpected();
    }

    private void FillBatch(Request request, string collection, IReadOnlyList<(NewRecord Record, string? Blob)> rows)
    {
        var id = request.ClientRequestId;
        var entities = rows.Select(row => EntityJson.Write(row.Record, row.Blob, id));
        request.Content = RequestContent.Create(BatchBody.Write(id, tables.Address(Table(collection)), entities));
        request.Headers.SetValue("Content-Type", BatchBody.ContentType(id));
        request.Headers.SetValue("Accept", Metadata);
        request.Headers.SetValue("DataServiceVersion", "3.0");
    }

    private static void Fill(Request request, NewRecord record, string? blob) =>
        FillJson(request, EntityJson.Write(record, blob, request.ClientRequestId));

    private static void FillJson(Request request, byte[] json)
    {
        request.Content = RequestContent.Create(json);
        request.Headers.SetValue("Content-Type", "application/json");
        request.Headers.SetValue("Prefer", "return-no-content");
        Accept(request);
    }

    private static void Accept(Request request)
    {
        request.Headers.SetValue("Accept", Metadata);
        request.Headers.SetValue("DataServiceVersion", "3.0");
    }

    private string Table(string collection) => prefix + collection;

    private string Path(RecordKey key) =>
        $"{Table(key.Collection)}(PartitionKey='{Escape(key.Partition)}',RowKey='{Escape(key.Row)}')";

    private static string Escape(string part) => Uri.EscapeDataString(KeyText.Encode(part));
}
