namespace ItsmAi.EndToEnd.CustomHandler;

/// <summary>Where the repository lies.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ItsmAi.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("ItsmAi.sln is in no folder above the tests");
    }
}
