using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Classes;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Suggestions;
using ItsmAi.Governance.Tests.Actions;

namespace ItsmAi.Governance.Tests.Autonomy;

public sealed class DemoteTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_fall_is_somebodys_to_look_at_in_time()
    {
        var history = new History(new Room(AutonomyLevel.Auto));

        await history.Room.Ladder.Demote.To(History.Key, new Demotion("a test", null, ["1-one"]), Stop);

        var fell = Assert.Single(await history.Receipts(ReceiptKind.Demoted));
        var owed = await history.Room.Obligations.Find($"{fell.Decision}-demoted", Stop);
        Assert.Equal(("desk.lead", history.Room.Policy.DecideBy(fell.At)), (owed!.Owner.Account, owed.DueAt));
        Assert.Contains("fell from Auto to Suggest: a test", owed.Says, StringComparison.Ordinal);
        Assert.Equal(["1-one"], (await Record(history)).Answered);
    }

    [Fact]
    public async Task What_is_said_of_a_level_that_is_low_already_is_answered_and_bars_nothing_later()
    {
        var history = new History(new Room(AutonomyLevel.Suggest));

        await history.Room.Ladder.Demote.To(History.Key, new Demotion("a test", null, ["1-one"]), Stop);
        await history.Room.Ladder.Demote.To(History.Key, new Demotion("a test", null, ["1-one", "1-two"]), Stop);

        Assert.Equal(["1-one", "1-two"], (await Record(history)).Answered);
        Assert.Empty(await history.Receipts(ReceiptKind.Demoted));
    }

    [Fact]
    public async Task An_outdated_category_falls_for_every_team_that_works_on_it_and_no_other_class_or_act_does()
    {
        var history = new History(new Room(AutonomyLevel.Auto));
        var ladder = history.Room.Ladder;
        AutonomyKey otherTeam = History.Key with { Team = "Identity" }, otherClass = History.Key with { ClassId = "wifi" };
        var otherAct = History.Key with { Action = ActionKind.Ask };
        foreach (var key in new[] { otherTeam, otherClass, otherAct })
            await ladder.Records.Change(key, record => record with { Level = AutonomyLevel.Auto }, Stop);
        history.Room.Clock.Pass(TimeSpan.FromDays(1));
        await ladder.Taxonomy.Change(
            ReceiptKind.TaxonomyChanged, "zero-trust", "it is new", new("kim"),
            before => ChangeTaxonomy.Add(before, "zero-trust", null, history.Room.Clock.GetUtcNow()), Stop);

        for (var number = 0; number < 12; number++) await history.SetCategory(await history.Decide(), "zero-trust", by: $"agent{number % 5}");

        async Task<AutonomyLevel?> Of(AutonomyKey key) => (await ladder.Records.Read(key, Stop)).Level;
        Assert.Equal(
            (AutonomyLevel.Suggest, AutonomyLevel.Suggest, AutonomyLevel.Auto, AutonomyLevel.Auto),
            (await Of(History.Key), await Of(otherTeam), await Of(otherClass), await Of(otherAct)));
    }

    private static Task<TrackRecord> Record(History history) => history.Room.Ladder.Records.Read(History.Key, Stop);
}
