using ItsmAi.Connectors.Changes;
using ItsmAi.Desk.Changes;

namespace ItsmAi.Connectors.Tests.Changes;

public sealed class ChangeFileTests
{
    private const string Head = "version: 1\nroles:\n  - { name: r, people: [kim] }\nteams:\n  - { name: T, changesPerWeek: 2, zone: Europe/Berlin }\nmodels:\n";

    [Fact]
    public void The_example_that_ships_is_read_without_a_fault()
    {
        var (document, faults) = ChangeFile.Read(Shipped("changes.yaml"));

        Assert.Empty(faults);
        Assert.Equal(
            ["disk-extension", "log-clean-up", "service-restart", "certificate-renewal"], document.Models.Select(model => model.Id));
        Assert.Equal(TimeSpan.FromHours(24), document.Settings.Margin);
        Assert.Equal(4, document.Teams[0].PerWeek);
        var restart = document.Models[2];
        Assert.Equal(7, Assert.Single(restart.Scope.Windows).Days.Count);
        Assert.Equal(TimeSpan.FromMinutes(30), restart.Duration);
        Assert.Equal(new DateTimeOffset(2027, 6, 30, 0, 0, 0, TimeSpan.Zero), restart.ExpiresAt);
        Assert.True(restart.IsPreAuthorised);
        Assert.False(document.Models[3].IsPreAuthorised);
    }

    [Fact]
    public void The_example_of_freezes_is_read_without_a_fault()
    {
        var (freezes, faults) = FreezeFile.Read(Shipped("freezes.yaml"));

        Assert.Empty(faults);
        Assert.Equal(new DateTimeOffset(2026, 12, 18, 23, 0, 0, TimeSpan.Zero), freezes[0].From);
        Assert.Equal(["payroll"], freezes[1].On);
    }

    [Theory]
    [InlineData("duration: -1h", "duration: \"-1h\" is not a length of time")]
    [InlineData("duration: 1h\n    expires: soon", "expires: \"soon\" is not a day")]
    [InlineData("duration: 1h\n    risk: Huge", "risk: \"Huge\" is not one of Low, Medium, High")]
    [InlineData("duration: 1h\n    preAuthorized: true", "preAuthorized: no such field")]
    [InlineData("duration: 1h\n    scope: { windows: [ { days: [Someday] } ] }", "days: \"Someday\" is not one of Sun, Mon")]
    public void A_model_with_a_fault_is_named_with_its_place_and_the_rest_holds(string wrong, string says)
    {
        var (document, faults) = ChangeFile.Read($"{Head}{Model("bad", wrong)}{Model("good", "duration: 2h")}");

        var fault = Assert.Single(faults);
        Assert.Equal("bad", fault.Entry);
        Assert.Contains(says, fault.Says, StringComparison.Ordinal);
        Assert.InRange(fault.Line, 7, 16);
        Assert.Equal("good", Assert.Single(document.Models).Id);
    }

    [Fact]
    public void A_team_with_a_fault_leaves_the_other_sections_as_they_are()
    {
        var (document, faults) = ChangeFile.Read(
            $"version: 1\nsettings: {{ aiShare: 7 }}\nteams:\n  - {{ name: T, changesPerWeek: 2, zone: Mars }}\nmodels:\n{Model("good", "duration: 2h")}");

        Assert.Equal(["settings", "T"], faults.Select(fault => fault.Entry));
        Assert.Equal(new ChangeSettings(), document.Settings);
        Assert.Single(document.Models);
    }

    [Theory]
    [InlineData("version: 1\nfreezes:\n  - { id: a, from: 2026-01-02, until: 2026-01-01, because: x }\n  - { id: b, from: 2026-01-02, because: x }", "until: \"2026-01-01\" is not after from")]
    [InlineData("version: 1\nfreezes:\n  - { id: a, from: now, because: x }\n  - { id: b, from: 2026-01-02, because: x }", "from: \"now\" is not a day")]
    public void A_freeze_with_a_fault_is_named_and_the_others_hold(string text, string says)
    {
        var (freezes, faults) = FreezeFile.Read(text);

        Assert.Contains(says, Assert.Single(faults).Says, StringComparison.Ordinal);
        Assert.Null(Assert.Single(freezes).Until);
    }

    [Fact]
    public void What_is_no_YAML_at_all_is_a_fault_and_no_exception()
    {
        Assert.Equal("file", Assert.Single(ChangeFile.Read("models: [").Faults).Entry);
        Assert.Equal("file", Assert.Single(FreezeFile.Read("").Faults).Entry);
        Assert.Contains("write version: 1", Assert.Single(ChangeFile.Read("models: []").Faults).Says, StringComparison.Ordinal);
    }

    private static string Model(string id, string rest) =>
        $"  - id: {id}\n    version: 1\n    author: kim\n    team: T\n    steps: [one]\n    backOut: undo\n    {rest}\n";

    private static string Shipped(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ItsmAi.sln"))) folder = folder.Parent;
        return File.ReadAllText(Path.Combine(folder!.FullName, "policy", name));
    }
}
