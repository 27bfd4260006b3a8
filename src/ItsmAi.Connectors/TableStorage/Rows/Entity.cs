namespace ItsmAi.Connectors.TableStorage.Rows;

/// <summary>A row as the table holds it: the content, or the name of the blob that holds it.</summary>
/// <param name="WrittenBy">Our number of the request that wrote it.</param>
internal sealed record Entity(
    string PartitionKey, string RowKey, string ETag, string WrittenBy, byte[] Content, string? Blob);
