using ItsmAi.Changes.Catalogue;
using ItsmAi.Changes.Paths;
using ItsmAi.Desk.Changes;
using ItsmAi.Desk.People;

namespace ItsmAi.Changes.Tests.Catalogue;

public sealed class ChangeCatalogueTests
{
    private static readonly DateTimeOffset Now = Some.Monday;

    public static TheoryData<string, ChangeModel, string> Faulty() => new()
    {
        { "role", Some.Model("bad") with { Roles = ["juggler"] }, "roles: \"juggler\"" },
        { "team", Some.Model("bad") with { Team = new Team("Nobody") }, "team: \"Nobody\"" },
        { "duration", Some.Model("bad") with { Duration = TimeSpan.FromHours(-2) }, "duration: \"-02:00:00\"" },
        { "circle", Some.Model("bad") with { Requires = ["bad"] }, "requires: bad -> bad is a circle" },
        { "missing", Some.Model("bad") with { Requires = ["ghost"] }, "requires: \"ghost\"" },
        { "author", Some.Model("bad") with { Author = new Person(" ") }, "author: \"\"" },
        { "steps", Some.Model("bad") with { Steps = [] }, "steps: there are none" },
        { "back-out", Some.Model("bad") with { BackOut = "" }, "backOut: \"\"" },
        { "version", Some.Model("bad") with { Version = 0 }, "version: \"0\"" },
        { "scope", Some.Model("bad") with { Scope = new ChangeScope() }, "scope: it names no condition" },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_model_with_a_fault_is_left_out_with_its_place_and_value_and_the_rest_goes_on(string about, ChangeModel bad, string says)
    {
        var (catalogue, faults) = ChangeCatalogue.Of(Some.Document(bad with { Line = 7 }, Some.Model("good")), Now);

        var fault = Assert.Single(faults);
        Assert.True(fault.Says.StartsWith(says, StringComparison.Ordinal), $"{about}: {fault}");
        Assert.Equal((7, $"bad v{bad.Version}"), (fault.Line, fault.Entry));
        Assert.Equal("good", Assert.Single(catalogue.Models).Id);
    }

    [Fact]
    public void A_circle_takes_out_all_that_are_in_it_and_all_that_need_them()
    {
        var (catalogue, faults) = ChangeCatalogue.Of(
            Some.Document(
                Some.Model("a") with { Requires = ["b"] },
                Some.Model("b") with { Requires = ["a"] },
                Some.Model("c") with { Requires = ["a"] },
                Some.Model("d")),
            Now);

        Assert.Equal("d", Assert.Single(catalogue.Models).Id);
        Assert.Equal(["a v1", "b v1", "c v1"], faults.Select(fault => fault.Entry));
    }

    [Fact]
    public void The_same_version_twice_is_a_fault_and_the_first_stands()
    {
        var (catalogue, faults) = ChangeCatalogue.Of(
            Some.Document(Some.Model() with { BackOut = "first" }, Some.Model() with { Id = "DISK-extension", BackOut = "second" }), Now);

        Assert.Equal("first", Assert.Single(catalogue.Models).BackOut);
        Assert.StartsWith("version: \"1\"", Assert.Single(faults).Says, StringComparison.Ordinal);
    }

    [Fact]
    public void An_expired_model_is_named_and_stays_for_normal_changes()
    {
        var (catalogue, faults) = ChangeCatalogue.Of(Some.Document(Some.Model() with { ExpiresAt = Now }), Now);

        Assert.StartsWith("expires: \"2026-03-02\" is past", Assert.Single(faults).Says, StringComparison.Ordinal);
        Assert.Single(catalogue.Models);
    }

    [Fact]
    public void A_role_of_approvers_that_nobody_holds_is_a_fault()
    {
        var document = Some.Document(Some.Model()) with
        {
            Roles = new Dictionary<string, IReadOnlyList<Person>>(StringComparer.OrdinalIgnoreCase) { [ApproverRoles.Delegated] = [Some.Lead] },
        };

        var faults = ChangeCatalogue.Of(document, Now).Faults;

        Assert.Equal(2, faults.Count);
        Assert.Contains(faults, fault => fault.Says.StartsWith(ApproverRoles.Authority, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_a_model_the_highest_version_is_in_force()
    {
        var catalogue = ChangeCatalogue.Of(Some.Document(Some.Model() with { Version = 3 }, Some.Model() with { Version = 2 }), Now).Catalogue;

        Assert.Equal(3, Assert.Single(catalogue.Models).Version);
    }

    [Fact]
    public void The_most_specific_model_in_scope_is_matched_and_says_why()
    {
        var general = Some.Model("a-general") with { Scope = new ChangeScope { Conditions = ["disk-full"] } };
        var elsewhere = Some.Model("printers") with { Scope = new ChangeScope { Classes = ["printer"], Services = ["x"], Conditions = ["disk-full"] } };
        var catalogue = ChangeCatalogue.Of(Some.Document(general, Some.Model(), elsewhere), Now).Catalogue;

        var match = catalogue.Match(Some.Failure());

        Assert.Equal("disk-extension", match.Model!.Id);
        Assert.True(match.IsInScope);
        Assert.Equal("disk-extension v1 prevents disk-full", match.Because[0]);
        Assert.Contains(match.Because, says => says.Contains("printers v1 (class: printers v1 is for printer, not for \"server\"", StringComparison.Ordinal));
    }

    [Fact]
    public void A_series_matches_where_the_condition_does_not_and_nothing_else_does()
    {
        var bySeries = Some.Model() with { Scope = new ChangeScope { Series = ["disk_used_percent"] } };
        var catalogue = ChangeCatalogue.Of(Some.Document(bySeries), Now).Catalogue;

        Assert.NotNull(catalogue.Match(Some.Failure()).Model);
        var none = catalogue.Match(Some.Failure() with { Series = "fan_speed" });
        Assert.Null(none.Model);
        Assert.False(none.IsInScope);
        Assert.Contains("no model prevents \"disk-full\"", none.Because[0], StringComparison.Ordinal);
    }
}
