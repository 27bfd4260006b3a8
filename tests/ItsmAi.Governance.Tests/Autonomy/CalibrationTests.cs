using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Classes;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Tests.Actions;

namespace ItsmAi.Governance.Tests.Autonomy;

public sealed class CalibrationTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0.95, 45, 5, AutonomyLevel.Auto)]
    [InlineData(0.99, 44, 6, AutonomyLevel.Suggest)]
    [InlineData(0.55, 50, 0, AutonomyLevel.Suggest)]
    public async Task A_class_that_is_not_right_as_often_as_it_says_loses_autonomy(
        double confidence, int right, int wrong, AutonomyLevel expected)
    {
        var history = await Measured(confidence, right, wrong);

        await Watch(history).Sweep(Stop);

        Assert.Equal(expected, await history.Level());
    }

    [Fact]
    public async Task With_fewer_than_fifty_calibration_is_not_judged()
    {
        var history = await Measured(0.55, right: 49, wrong: 0);

        await Watch(history).Sweep(Stop);

        Assert.Equal(AutonomyLevel.Auto, await history.Level());
    }

    [Fact]
    public async Task The_threshold_rises_to_where_the_precision_is_met_and_no_sweep_lowers_it()
    {
        var history = new History(new Room(AutonomyLevel.Suggest));
        foreach (var number in Enumerable.Range(0, 40)) await One(history, 0.9 + (number / 1000.0), right: true);
        foreach (var number in Enumerable.Range(0, 20)) await One(history, 0.5, right: number % 2 == 0);

        await Watch(history).Sweep(Stop);
        await Watch(history).Sweep(Stop);

        // 45 of 50 would do, but those at 0.5 are tied: either all of them count or none.
        Assert.Equal(0.9, (await history.Room.Ladder.Taxonomy.Read(Stop)).Find("vpn")!.Threshold!.Value, 6);
        Assert.Single(await history.Receipts(ReceiptKind.ThresholdSet));
    }

    [Theory]
    [InlineData(0.8, 0.9, 1)]
    [InlineData(0.9, 0.9, 0)]
    [InlineData(0.97, 0.97, 0)]
    public async Task A_threshold_that_is_too_low_rises_and_one_that_is_high_enough_is_left_alone(double before, double after, int risen)
    {
        var history = new History(new Room(AutonomyLevel.Suggest));
        foreach (var number in Enumerable.Range(0, 60)) await One(history, number < 40 ? 0.9 : 0.5, right: number < 40 || number % 2 == 0);
        await history.Room.Ladder.Taxonomy.Change(
            ReceiptKind.ThresholdSet, "vpn", "a person wants it", new("kim"), one => ChangeTaxonomy.SetThreshold(one, "vpn", before), Stop);
        history.Room.Clock.Pass(TimeSpan.FromHours(1));

        await Watch(history).Sweep(Stop);

        Assert.Equal(after, (await history.Room.Ladder.Taxonomy.Read(Stop)).Find("vpn")!.Threshold);
        Assert.Equal(1 + risen, (await history.Receipts(ReceiptKind.ThresholdSet)).Count);
    }

    [Fact]
    public async Task Where_no_confidence_meets_the_precision_nothing_is_sure_enough()
    {
        var history = await Measured(0.6, right: 30, wrong: 30);

        await Watch(history).Sweep(Stop);

        Assert.Equal(1, (await history.Room.Ladder.Taxonomy.Read(Stop)).Find("vpn")!.Threshold);
    }

    [Fact]
    public async Task A_class_that_is_off_its_calibration_is_not_promoted_to_be_demoted_again()
    {
        var history = new History(new Room(AutonomyLevel.Suggest));
        for (var number = 0; number < 60; number++) await One(history, 0.70, right: true);

        Assert.Empty(await history.Room.Ladder.Promotions.Sweep(Stop));
    }

    private static async Task<History> Measured(double confidence, int right, int wrong)
    {
        var room = new Room(AutonomyLevel.Auto);
        room.Policy = room.Policy with { Autonomy = new AutonomySettings { DemoteMinimum = 200 } };
        var history = new History(room);
        for (var number = 0; number < right + wrong; number++) await One(history, confidence, number < right);
        return history;
    }

    private static async Task One(History history, double confidence, bool right) =>
        await history.Resolve(await history.Decide(confidence: confidence), right ? "Network" : "Identity");

    private static WatchCalibration Watch(History history)
    {
        var ladder = history.Room.Ladder;
        return new WatchCalibration(ladder.Records, ladder.Taxonomy, ladder.Demote, () => history.Room.Policy, new("itsmai"));
    }
}
