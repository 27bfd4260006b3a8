using System.CommandLine;
using ItsmAi.Connectors.Sqlite;
using ItsmAi.Hosting.Standalone;

namespace ItsmAi.Hosting.Commands;

/// <summary>The option <c>--data DIR</c>, and the folder that it names.</summary>
internal static class DataOption
{
    public static Option<string> New() => new("--data")
    {
        Description = "The folder that holds records, queue and dead letters.",
        HelpName = "DIR",
        Required = true,
    };

    /// <exception cref="FormatException">Nothing was ever served from there: most likely a mistyped path.</exception>
    public static Task<DataFolder> Open(string path, TimeProvider clock, CancellationToken stop) =>
        DataFolder.Exists(path)
            ? DataFolder.OpenOrMake(path, new QueueOptions(), clock, stop)
            : throw new FormatException($"data: \"{path}\" holds no data of itsmai; name the folder that serve was given");
}
