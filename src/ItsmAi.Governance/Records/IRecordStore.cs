namespace ItsmAi.Governance.Records;

/// <summary>
/// Durable records in partitions: receipts, inbox, obligations, outcomes, settings and models all lie behind this one
/// port. A content may be up to 64 MiB; how a store splits what is too large for one row is its own affair.
/// </summary>
/// <exception cref="StoreUnavailableException">From each member, where asking again later may help.</exception>
/// <exception cref="ArgumentException">From each member, naming the part of a key that is not acceptable.</exception>
public interface IRecordStore
{
    Task<Record?> Find(RecordKey key, CancellationToken stop);

    /// <summary>Writes the record if there is none under its key.</summary>
    Task<WriteAnswer> Insert(NewRecord record, CancellationToken stop);

    /// <summary>
    /// Writes all of them or none: 1 to 100 records of one partition, at most 1 MiB together. On a conflict the
    /// answer names the first key, in the order given, that was taken.
    /// </summary>
    Task<WriteAnswer> InsertTogether(IReadOnlyList<NewRecord> records, CancellationToken stop);

    /// <summary>Writes the record if the one stored still has the version <paramref name="expected"/>.</summary>
    Task<WriteAnswer> Replace(NewRecord record, string expected, CancellationToken stop);

    /// <summary>Removes the record if it still has the version <paramref name="expected"/>.</summary>
    Task<WriteAnswer> Delete(RecordKey key, string expected, CancellationToken stop);

    /// <summary>
    /// The partition's records with <paramref name="fromRow"/> ≤ row &lt; <paramref name="toRow"/> (null: no bound), in
    /// ordinal order of their rows, read in pages.
    /// </summary>
    IAsyncEnumerable<Record> Read(
        string collection, string partition, string? fromRow, string? toRow, CancellationToken stop);

    /// <summary>The partitions of the collection that hold a record, in ordinal order.</summary>
    IAsyncEnumerable<string> Partitions(string collection, CancellationToken stop);
}
