using System.Runtime.CompilerServices;
using ItsmAi.Governance.Receipts.Anchors;
using ItsmAi.Governance.Records;

namespace ItsmAi.Connectors.Anchors;

/// <summary>
/// Anchors as files of a folder, one each, read-only once written. It is as safe as the folder is: put it on another
/// machine, or where files can be added and not changed.
/// </summary>
public sealed class FolderAnchors(string folder) : IAnchorStore
{
    private const string Turn = ".turn";

    /// <summary>The folder's anchors; it need not be there yet.</summary>
    public string Folder { get; } = Path.GetFullPath(folder);

    public Task<bool> Append(StoredAnchor anchor, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        return Task.FromResult(Patiently(() => Write(anchor)));
    }

    public Task<StoredAnchor?> Last(CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        return Task.FromResult(Patiently(() => Sequences() is [.., var last] ? Load(last) : null));
    }

    public async IAsyncEnumerable<StoredAnchor> Read([EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var sequence in await Task.FromResult(Patiently(Sequences)))
        {
            stop.ThrowIfCancellationRequested();
            yield return Patiently(() => Load(sequence));
        }
    }

    private bool Write(StoredAnchor anchor)
    {
        Directory.CreateDirectory(Folder);

        // The system gives the turn back when a process dies; whoever finds it taken asks again later.
        using var turn = new FileStream(
            Path.Combine(Folder, Turn), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var path = PathOf(anchor.Sequence);
        if (File.Exists(path)) return false;

        // Whole or not at all: under its name only when it has reached the disk.
        var part = path + ".part";
        if (File.Exists(part)) File.SetAttributes(part, FileAttributes.Normal);
        using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(anchor.Content.Span);
            file.Flush(flushToDisk: true);
        }

        File.SetAttributes(part, FileAttributes.ReadOnly);
        File.Move(part, path, overwrite: false);
        return true;
    }

    private List<long> Sequences() => Directory.Exists(Folder)
        ? [.. Directory.EnumerateFiles(Folder).Select(path => Anchor.SequenceIn(Path.GetFileName(path))).OfType<long>().Order()]
        : [];

    private StoredAnchor Load(long sequence) => new(sequence, File.ReadAllBytes(PathOf(sequence)));

    private string PathOf(long sequence) => Path.Combine(Folder, Anchor.NameOf(sequence));

    private T Patiently<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"the anchors in {Folder} do not answer now: {error.Message}", error);
        }
    }
}
