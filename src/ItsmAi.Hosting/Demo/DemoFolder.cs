namespace ItsmAi.Hosting.Demo;

/// <summary>
/// Where a demonstration keeps its records: a folder of its own that goes away with it, or one that was named and
/// stays. Only what a demonstration wrote is ever deleted.
/// </summary>
internal sealed class DemoFolder : IDisposable
{
    private const string Mark = "made-by-itsmai-demo.txt";

    private static readonly string[] Ours =
        ["itsmai.db", "itsmai.db-wal", "itsmai.db-shm", "itsmai.db-journal", "model.bin", "policy.yaml", "host.log"];

    private readonly bool _passing;

    private DemoFolder(string path, bool passing) => (Path, _passing) = (path, passing);

    public string Path { get; }

    public string ModelPath => System.IO.Path.Combine(Path, "model.bin");

    public string PolicyPath => System.IO.Path.Combine(Path, "policy.yaml");

    public string LogPath => System.IO.Path.Combine(Path, "host.log");

    /// <exception cref="FormatException">The folder holds something that no demonstration put there.</exception>
    public static DemoFolder Open(string? named)
    {
        if (named is null) return new DemoFolder(Directory.CreateTempSubdirectory("itsmai-demo-").FullName, passing: true);
        var mark = System.IO.Path.Combine(named, Mark);
        if (Directory.Exists(named) && Directory.EnumerateFileSystemEntries(named).Any() && !File.Exists(mark))
        {
            throw new FormatException(
                $"data: \"{named}\" is not empty and was not made by demo; name an empty or a new folder");
        }

        Directory.CreateDirectory(named);
        foreach (var name in Ours) File.Delete(System.IO.Path.Combine(named, name));
        var anchors = Standalone.DataFolder.AnchorsIn(named);
        if (Directory.Exists(anchors)) Directory.Delete(anchors, recursive: true);
        File.WriteAllText(mark, "itsmai demo keeps its simulated company here and begins anew with each run.\n");
        return new DemoFolder(named, passing: false);
    }

    public void Dispose()
    {
        if (_passing) Directory.Delete(Path, recursive: true);
    }
}
