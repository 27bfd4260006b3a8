using System.Text.RegularExpressions;

namespace ItsmAi.HouseRules;

/// <summary>The repository as files: what the rules look at.</summary>
internal static class House
{
    public static string Root { get; } = FindRoot();

    /// <summary>Which project may reference which, and whether it may name a package.</summary>
    public static IReadOnlyDictionary<string, (string[] References, bool Packages)> Table { get; } =
        new Dictionary<string, (string[] References, bool Packages)>(StringComparer.Ordinal)
        {
            ["Desk"] = ([], false),
            ["Learning"] = ([], false),
            ["Governance"] = (["Desk", "Learning"], false),
            ["Incidents"] = (["Desk", "Learning", "Governance"], false),
            ["Changes"] = (["Desk", "Learning", "Governance"], false),
            ["ServiceDeskWorld"] = (["Desk", "Learning"], false),
            ["Connectors"] = (["Desk", "Governance"], true),
            ["Hosting"] = (
                ["Desk", "Learning", "Governance", "Incidents", "Changes", "Connectors", "ServiceDeskWorld"], true),
        };

    public static IEnumerable<string> Projects() =>
        Directory.EnumerateDirectories(Path.Combine(Root, "src")).Select(folder => Path.GetFileName(folder)!);

    public static string ProjectFile(string project) => Path.Combine(Root, "src", project, $"{project}.csproj");

    /// <summary>Every C# file below <c>src</c> or <c>tests</c>, as a path from the root.</summary>
    public static IEnumerable<string> Sources(string below = "src") =>
        Directory.EnumerateFiles(Path.Combine(Root, below), "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/node_modules/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static string ProjectOf(string path) => path.Split('/')[1]["ItsmAi.".Length..];

    /// <summary>The text without comments, so that a word in prose breaks no rule.</summary>
    public static string Code(string path) =>
        Regex.Replace(Read(path), @"^\s*//.*$|(?<=[;{})]\s)//.*$", "", RegexOptions.Multiline);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ItsmAi.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("ItsmAi.sln is in no folder above the tests");
    }
}
