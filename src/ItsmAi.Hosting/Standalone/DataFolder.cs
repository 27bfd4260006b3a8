using System.Diagnostics.CodeAnalysis;
using ItsmAi.Connectors.Sqlite;
using ItsmAi.Governance.Records;

namespace ItsmAi.Hosting.Standalone;

/// <summary>
/// The folder that holds everything when we run alone: records, inbox, queue and dead letters in one file.
/// </summary>
public sealed class DataFolder : IAsyncDisposable
{
    private const string FileName = "itsmai.db";

    private readonly SqliteFile _file;

    private DataFolder(string path, SqliteFile file, IRecordStore records, EmbeddedQueue queue, QueueOptions options)
    {
        _file = file;
        AnchorsPath = AnchorsIn(path);
        Records = records;
        Queue = queue;
        QueueOptions = options;
    }

    public IRecordStore Records { get; }

    public EmbeddedQueue Queue { get; }

    public QueueOptions QueueOptions { get; }

    /// <summary>Where anchors lie if nobody names a safer place.</summary>
    public string AnchorsPath { get; }

    public static string AnchorsIn(string path) => Path.Combine(path, "anchors");

    /// <summary>True when the folder was served from before.</summary>
    public static bool Exists(string path) => File.Exists(Path.Combine(path, FileName));

    /// <summary>Opens the folder, and makes it where it is missing. The caller closes it.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The file is closed with the folder.")]
    public static async Task<DataFolder> OpenOrMake(
        string path, QueueOptions options, TimeProvider clock, CancellationToken stop)
    {
        MakePrivate(path);
        var file = SqliteFile.Open(Path.Combine(path, FileName));
        var records = await SqliteRecordStore.In(file, stop);
        var queue = await EmbeddedQueue.In(file, options, clock, new Random(Environment.ProcessId), stop);
        return new DataFolder(path, file, records, queue, options);
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();

    // Tickets and the hashes of tokens lie here: nobody else's business on a shared machine.
    private static void MakePrivate(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
