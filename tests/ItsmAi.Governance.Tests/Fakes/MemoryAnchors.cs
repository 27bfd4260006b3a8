using System.Runtime.CompilerServices;
using ItsmAi.Governance.Receipts.Anchors;

namespace ItsmAi.Governance.Tests.Fakes;

/// <summary>Anchors in memory, open to burglars.</summary>
internal sealed class MemoryAnchors : IAnchorStore
{
    public SortedDictionary<long, byte[]> Kept { get; } = [];

    /// <summary>Called before each append; may append itself, to be faster.</summary>
    public Action<StoredAnchor> BeforeAppend { get; set; } = _ => { };

    public Task<bool> Append(StoredAnchor anchor, CancellationToken stop)
    {
        BeforeAppend(anchor);
        return Task.FromResult(Kept.TryAdd(anchor.Sequence, anchor.Content.ToArray()));
    }

    public Task<StoredAnchor?> Last(CancellationToken stop) => Task.FromResult(
        Kept.Count == 0 ? null : new StoredAnchor(Kept.Keys.Last(), Kept.Values.Last()));

    public async IAsyncEnumerable<StoredAnchor> Read([EnumeratorCancellation] CancellationToken stop)
    {
        await Task.CompletedTask;
        foreach (var (sequence, content) in Kept) yield return new StoredAnchor(sequence, content);
    }

    public MemoryAnchors Copy()
    {
        var copy = new MemoryAnchors();
        foreach (var (sequence, content) in Kept) copy.Kept.Add(sequence, content);
        return copy;
    }
}
