using ItsmAi.Governance.Records;

namespace ItsmAi.Governance.Receipts.Anchors;

/// <summary>
/// Where anchors are kept: it takes new ones and changes none. It should not be in the hands of whoever holds the
/// receipts, or both can be rewritten together.
/// </summary>
/// <exception cref="StoreUnavailableException">From each member, where asking again later may help.</exception>
public interface IAnchorStore
{
    /// <summary>Keeps the bytes whole or not at all.</summary>
    /// <returns>False where the number is taken: somebody else was faster.</returns>
    Task<bool> Append(StoredAnchor anchor, CancellationToken stop);

    /// <summary>The anchor with the highest number, or null.</summary>
    Task<StoredAnchor?> Last(CancellationToken stop);

    /// <summary>All that are there, by their number, gaps and all.</summary>
    IAsyncEnumerable<StoredAnchor> Read(CancellationToken stop);
}
