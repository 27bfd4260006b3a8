using System.Runtime.InteropServices;

namespace ItsmAi.Governance.Receipts.Verifying;

/// <summary>
/// What the anchors saw of one shard, held against the lines as a walk passes them: between the last anchor that fits
/// and the first that does not lies what was rewritten.
/// </summary>
internal sealed class AnchoredHeads(int shard)
{
    private readonly List<Seen> _seen = [];
    private readonly List<ReceiptFault> _faults = [];
    private int _next;
    private Seen? _fits;
    private Seen? _misfit;

    /// <summary>What an anchor saw; anchors come in their order.</summary>
    public void Add(long anchor, long last, Digest hash)
    {
        // A shard that has not moved is seen by many anchors, and the first of them says it all.
        if (_seen is [.., var before] && before.Last == last && before.Hash == hash) return;
        _seen.Add(new Seen(last, anchor, hash));
    }

    /// <summary>Anchors follow each other, and so do their heads, unless somebody went back.</summary>
    public void Sort() => _seen.Sort((one, other) =>
        one.Last != other.Last ? one.Last.CompareTo(other.Last) : one.Anchor.CompareTo(other.Anchor));

    /// <summary>The walk has come to this line.</summary>
    /// <param name="hash">What its bytes hash to; null where it is gone.</param>
    /// <param name="pointed">What its pointer says; a line that was only edited is named as such and still fits.</param>
    public void Pass(long sequence, Digest? hash, Digest? pointed)
    {
        while (_next < _seen.Count && _seen[_next].Last <= sequence)
        {
            var seen = _seen[_next++];
            if (seen.Last == sequence && (seen.Hash == hash || seen.Hash == pointed)) Fit(seen);
            else _misfit ??= seen;
        }
    }

    /// <summary>The walk is at its end; says what the anchors have betrayed.</summary>
    public IReadOnlyList<ReceiptFault> End(long last)
    {
        Close();
        if (_next < _seen.Count)
        {
            var (until, anchor, _) = _seen[^1];
            _faults.Add(new ReceiptFault(shard, last + 1, $"gone from the end: anchor {anchor} saw up to {until}") { Until = until });
        }

        return _faults;
    }

    private void Fit(Seen seen)
    {
        Close();
        _fits = seen;
    }

    private void Close()
    {
        if (_misfit is not { } misfit) return;
        var fits = _fits is { } last ? $"anchor {last.Anchor} fits" : "no anchor before fits";
        _faults.Add(new ReceiptFault(
            shard, (_fits?.Last ?? 0) + 1, $"rewritten: {fits}, anchor {misfit.Anchor} does not") { Until = misfit.Last });
        _misfit = null;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Seen(long Last, long Anchor, Digest Hash);
}
