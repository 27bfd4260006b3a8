using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Classes;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Tests.Actions;
using ItsmAi.Governance.Tests.Autonomy;

namespace ItsmAi.Governance.Tests.Outcomes;

public sealed class OverrideAutopsyTests
{
    private static readonly Desk.People.Person Kim = new("kim");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Overrides_to_a_class_younger_than_the_training_blame_the_taxonomy_and_its_owner_owes_a_mend()
    {
        var history = await WithCategories("zero-trust");
        for (var number = 0; number < 12; number++) await Overridden(history, "zero-trust", $"agent{number % 4}");

        Assert.Equal(AutonomyLevel.Suggest, await history.Level());
        var examined = Assert.Single(await history.Receipts(ReceiptKind.OverridesExamined));
        Assert.Equal(("Taxonomy", "zero-trust"), (examined.Result, examined.To));
        var owed = await history.Room.Obligations.Find($"{examined.Decision}-taxonomy", Stop);
        Assert.Equal("category.owner", owed!.Owner.Account);
    }

    [Fact]
    public async Task Overrides_that_are_spread_out_enough_to_be_no_burst_still_blame_the_taxonomy()
    {
        var history = await WithCategories("zero-trust");
        for (var number = 0; number < 6; number++)
        {
            await history.Resolved(right: 19, wrong: 0);
            await Overridden(history, "zero-trust", $"agent{number % 4}");
        }

        Assert.Equal(AutonomyLevel.Suggest, await history.Level());
        Assert.Contains("came up after", Assert.Single(await history.Receipts(ReceiptKind.Demoted)).Because, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_overrides_to_one_new_class_are_enough_to_blame_the_taxonomy()
    {
        var history = await WithCategories("zero-trust");
        for (var number = 0; number < 5; number++) await Overridden(history, "zero-trust", $"agent{number % 4}");

        Assert.Equal("Taxonomy", Assert.Single(await history.Receipts(ReceiptKind.OverridesExamined)).Result);
    }

    [Fact]
    public async Task One_poor_ticket_among_good_ones_does_not_blame_the_data()
    {
        var history = new History(new Room(AutonomyLevel.Suggest));
        foreach (var (team, number) in new[] { "A", "B", "C", "D", "E", "F" }.Select((team, number) => (team, number)))
            await history.Move(await history.Decide(Verdict.Propose, completeness: number == 0 ? 10 : 90), team, $"agent{number}");

        Assert.DoesNotContain(await history.Receipts(ReceiptKind.OverridesExamined), one => one.Result == "Data");
    }

    [Fact]
    public async Task Overrides_that_are_one_persons_taste_change_nothing()
    {
        var history = new History(new Room(AutonomyLevel.Auto));
        await history.Resolved(right: 20, wrong: 0);
        for (var number = 0; number < 6; number++) await history.Move(await history.Decide(), "Identity", by: "ana");

        Assert.Equal(AutonomyLevel.Auto, await history.Level());
        Assert.Equal("Preference", Assert.Single(await history.Receipts(ReceiptKind.OverridesExamined)).Result);
    }

    [Fact]
    public async Task One_person_who_is_the_only_one_to_look_is_no_matter_of_taste()
    {
        var history = new History(new Room(AutonomyLevel.Auto));
        for (var number = 0; number < 5; number++) await history.Move(await history.Decide(), "Identity", by: "ana");

        Assert.Equal(AutonomyLevel.Suggest, await history.Level());
    }

    [Fact]
    public async Task Overrides_scattered_over_four_places_on_poor_tickets_blame_the_data()
    {
        var history = new History(new Room(AutonomyLevel.Suggest));
        foreach (var (team, number) in new[] { "A", "B", "C", "D", "A", "B" }.Select((team, number) => (team, number)))
            await history.Move(await history.Decide(Verdict.Propose, completeness: 30), team, $"agent{number}");

        Assert.Contains(await history.Receipts(ReceiptKind.OverridesExamined), one => one.Result == "Data");
    }

    [Fact]
    public async Task A_kept_category_that_goes_to_another_team_blames_the_policy()
    {
        var history = new History(new Room(AutonomyLevel.Suggest));
        for (var number = 0; number < 6; number++)
            await history.Move(await history.Decide(Verdict.Propose), "Remote Access", $"agent{number}");

        var examined = Assert.Single(await history.Receipts(ReceiptKind.OverridesExamined));
        Assert.Equal(("Policy", "Remote Access"), (examined.Result, examined.To));
    }

    [Fact]
    public async Task One_override_of_the_category_among_them_does_not_blame_the_policy()
    {
        var history = new History(new Room(AutonomyLevel.Suggest));
        for (var number = 0; number < 6; number++)
        {
            var decided = await history.Decide(Verdict.Propose);
            if (number == 0) await history.SetCategory(decided, "wifi", "agent0");
            await history.Move(decided, "Remote Access", $"agent{number}");
        }

        Assert.DoesNotContain(await history.Receipts(ReceiptKind.OverridesExamined), one => one.Result == "Policy");
    }

    [Fact]
    public async Task Overrides_to_another_class_that_the_model_knows_blame_the_model()
    {
        var history = new History(new Room(AutonomyLevel.Suggest));
        await history.Room.Ladder.Taxonomy.Activate("m2", ["vpn", "wifi"], new("itsmai"), Stop);
        for (var number = 0; number < 6; number++) await Overridden(history, "wifi", $"agent{number}");

        Assert.Equal("Model", Assert.Single(await history.Receipts(ReceiptKind.OverridesExamined)).Result);
    }

    [Fact]
    public async Task Four_overrides_tell_nothing()
    {
        var history = new History(new Room(AutonomyLevel.Auto));
        for (var number = 0; number < 4; number++) await history.Move(await history.Decide(), "Identity", $"agent{number}");

        Assert.Empty(await history.Receipts(ReceiptKind.OverridesExamined));
        Assert.Equal(AutonomyLevel.Auto, await history.Level());
    }

    private static async Task<History> WithCategories(string label)
    {
        var history = new History(new Room(AutonomyLevel.Auto));
        await history.Room.Ladder.Taxonomy.Change(
            ReceiptKind.TaxonomyChanged, "vpn", "set up", Kim,
            before => new TaxonomyAnswer.Changed(before with
            {
                Classes = [.. before.Classes.Select(one => one with { Owner = "category.owner" })],
            }),
            Stop);
        await history.Room.Ladder.Taxonomy.Change(
            ReceiptKind.TaxonomyChanged, label, "a new category", Kim,
            before => ChangeTaxonomy.Add(before, label, null, history.Room.Clock.GetUtcNow()), Stop);
        return history;
    }

    private static async Task Overridden(History history, string category, string by) =>
        await history.SetCategory(await history.Decide(), category, by);
}
