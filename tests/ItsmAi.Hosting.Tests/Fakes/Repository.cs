namespace ItsmAi.Hosting.Tests.Fakes;

/// <summary>Files of the repository, and the tables of this project.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Rows of a table under Cases/, the header left out; the columns stand between bars.</summary>
    public static IEnumerable<string[]> Rows(string table) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", table))
            .Skip(1)
            .Where(line => line.Length > 0)
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ItsmAi.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("ItsmAi.sln is in no folder above the tests");
    }
}
