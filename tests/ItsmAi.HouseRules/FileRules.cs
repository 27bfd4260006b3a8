using System.Text.RegularExpressions;

namespace ItsmAi.HouseRules;

public sealed class FileRules
{
    private const int LongestFile = 250;
    // Prose stops at 120; a signature with its names in full may go on to 140.
    private const int LongestLine = 140;

    private static readonly string[] BannedEndings =
    [
        "Helper", "Helpers", "Util", "Utils", "Utility", "Common", "Shared", "Misc", "Base", "Impl", "Manager", "Processor",
        "Service", "Data", "Info",
    ];

    private static readonly string[] BannedFolders =
        [.. BannedEndings, "Interfaces", "Dtos", "Enums", "Exceptions", "Extensions", "Constants", "Core", "Models"];

    [Fact]
    public void No_file_is_longer_than_a_room_can_hold() =>
        Faults.None(House.Sources()
            .Select(path => (path, lines: House.Read(path).Split('\n').Length))
            .Where(file => file.lines > LongestFile)
            .Select(file => $"{file.path}: {file.lines} lines"));

    [Fact]
    public void No_line_is_longer_than_a_page_is_wide() =>
        Faults.None(House.Sources()
            .SelectMany(path => House.Read(path).Split('\n').Select((line, index) => (path, index, line.Length)))
            .Where(line => line.Length > LongestLine)
            .Select(line => $"{line.path}:{line.index + 1}: {line.Length} columns"));

    [Fact]
    public void No_file_is_named_for_what_it_is_made_of() =>
        Faults.None(House.Sources().Where(path =>
            Array.Exists(BannedEndings, ending => Path.GetFileNameWithoutExtension(path).EndsWith(ending, StringComparison.Ordinal))));

    [Fact]
    public void No_folder_is_a_drawer() =>
        Faults.None(House.Sources().Where(path => path.Split('/')[..^1].Any(folder => BannedFolders.Contains(folder))));

    [Fact]
    public void Nothing_is_left_to_be_done_later() =>
        Faults.None(House.Sources().Concat(House.Sources("tests"))
            .Where(path => !path.EndsWith("HouseRules/FileRules.cs", StringComparison.Ordinal))
            .Where(path => Regex.IsMatch(House.Read(path), @"\b(TODO|FIXME|NotImplementedException)\b|Skip\s*=\s*""")));

    [Fact]
    public void Every_interface_has_two_implementations_or_stands_at_a_wall()
    {
        // The walls: what a test replaces because the real thing is somebody else's.
        string[] walls = ["ITicketDesk", "ITicketFeed", "IResolutions", "ILanguageModel"];
        var all = House.Sources().Select(House.Code).ToList();
        var lonely = House.Sources()
            .SelectMany(path => Regex.Matches(House.Code(path), @"\binterface (I[A-Z]\w+)").Select(match => match.Groups[1].Value))
            .Where(name => !walls.Contains(name))
            .Where(name => all.Sum(code => Regex.Count(code, $@"(class|struct|record)\s+\w+(<\w+>)?(\([^)]*\))?[^{{;]*:\s[^{{;]*\b{name}\b")) < 2);

        Faults.None(lonely);
    }

    [Fact]
    public void Every_suggestion_is_one_that_the_policy_can_decide_on()
    {
        var actions = Regex.Matches(House.Code("src/ItsmAi.Governance/Suggestions/ActionKind.cs"), @"^\s+([A-Z]\w+),", RegexOptions.Multiline)
            .Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var suggested = House.Sources()
            .SelectMany(path => Regex.Matches(House.Code(path), @"override ActionKind Action => ActionKind\.(\w+)"))
            .Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var schema = House.Read("policy/policy.schema.json");

        Assert.Equal(actions.Order(StringComparer.Ordinal), suggested.Order(StringComparer.Ordinal));
        Assert.All(actions, action => Assert.Contains($"\"{action}\"", schema, StringComparison.Ordinal));
    }
}
