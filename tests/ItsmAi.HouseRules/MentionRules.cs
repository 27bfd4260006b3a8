using System.Text.RegularExpressions;

namespace ItsmAi.HouseRules;

public sealed class MentionRules
{
    /// <summary>Who may not say what. A project does not mention what is not its business.</summary>
    public static TheoryData<string, string> Forbidden() => new()
    {
        { "Desk", @"System\.IO|System\.Net|Azure\.|Microsoft\." },
        { "Learning", @"System\.IO|System\.Net|ItsmAi\.(Desk|Governance)|\b(Ticket|Incident|Desk)\b|DateTime" },
        { "Governance", @"System\.IO|System\.Net|Azure\.|Microsoft\.|Sqlite|RequestTracker" },
        { "Incidents", @"ITicketDesk|ITicketFeed|ILanguageModel|IRecordStore|System\.Net|System\.IO|Azure\.|Microsoft\.|RequestTracker" },
        { "Changes", @"ITicketDesk|ITicketFeed|ILanguageModel|IRecordStore|System\.Net|System\.IO|Azure\.|Microsoft\.|RequestTracker" },
        { "ServiceDeskWorld", @"System\.Net|System\.IO|ITicketDesk|IRecordStore|Azure\.|Microsoft\." },
        { "Connectors", @"Microsoft\.AspNetCore" },
    };

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void A_project_does_not_mention_what_is_not_its_business(string project, string words)
    {
        var said = House.Sources($"src/ItsmAi.{project}")
            .Select(path => (path, match: Regex.Match(House.Code(path), words)))
            .Where(found => found.match.Success && !found.match.Value.StartsWith("System.IO.Hashing", StringComparison.Ordinal))
            .Select(found => $"{found.path} says {found.match.Value}");

        Faults.None(said);
    }

    [Fact]
    public void In_Governance_only_CarryOut_names_the_desk() =>
        Assert.Equal(
            ["src/ItsmAi.Governance/Actions/CarryOut.cs"],
            House.Sources("src/ItsmAi.Governance").Where(path => House.Code(path).Contains("ITicketDesk", StringComparison.Ordinal)));

    [Fact]
    public void No_alias_hides_a_name() =>
        Faults.None(House.Sources().Where(path =>
            Regex.IsMatch(House.Code(path), @"^\s*(global using|using \w+ =)", RegexOptions.Multiline)));

    [Fact]
    public void No_pragma_stands_inside_the_walls() =>
        Faults.None(House.Sources()
            .Where(path => House.ProjectOf(path) != "Hosting")
            .Where(path => House.Read(path).Contains("#pragma", StringComparison.Ordinal)));
}
