using System.CommandLine;
using ItsmAi.Connectors.Anchors;
using ItsmAi.Hosting.Standalone;

namespace ItsmAi.Hosting.Commands.Receipts;

/// <summary>The option <c>--anchors DIR</c>, and the anchors that it names.</summary>
internal static class AnchorsOption
{
    public static Option<string?> New() => new("--anchors")
    {
        Description = "The folder that the anchors are kept in, where it is not the data folder's own.",
        HelpName = "DIR",
    };

    /// <exception cref="FormatException">The folder that was named is not there: nothing would be held against it.</exception>
    public static FolderAnchors Open(string? path, DataFolder data)
    {
        if (path is not null && !Directory.Exists(path))
            throw new FormatException($"anchors: \"{path}\" is not a folder; name the one that the configuration's field \"anchors\" does");
        return new FolderAnchors(path ?? data.AnchorsPath);
    }
}
