using ItsmAi.Desk.People;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Outcomes;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Tests.Actions;

namespace ItsmAi.Governance.Tests.Autonomy;

/// <summary>Random histories on small numbers, so that promotions and demotions are frequent; each run is one history.</summary>
public sealed class LadderProperties
{
    private const int Runs = 10_000;

    private static readonly AutonomySettings Small = new()
    {
        AutoMinimum = 4, AutoLowerBound = 0.45, RungMinimum = 2, RungLowerBound = 0.3, DemoteBelow = 0.3, DemoteLast = 6,
        DemoteMinimum = 4, BurstOverrides = 2, BurstLast = 5,
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_level_rises_by_an_approval_alone_one_rung_at_a_time_and_falls_no_later_than_it_must()
    {
        var promoted = 0;
        var demoted = 0;
        for (var run = 0; run < Runs; run++)
        {
            var random = new Random(run);
            var room = new Room(AutonomyLevel.Suggest);
            room.Policy = room.Policy with { Autonomy = Small };
            var history = new History(room);
            var decided = new List<Receipt>();
            for (var step = 0; step < 24; step++)
            {
                var before = await history.Level();
                var approved = await Step(history, decided, random);
                var after = await history.Level();

                if (after > before) Assert.True(approved && after == before + 1, $"run {run}, step {step}: {before} to {after} by itself");
                if (after > before) promoted++;
                if (after < before) demoted++;
                Assert.False(after > AutonomyLevel.Suggest && await MustFall(history), $"run {run}, step {step}: {after} is held too long");
            }

            var receipts = await history.Receipts(ReceiptKind.Promoted);
            Assert.All(receipts, one => Assert.True(one.Actor != "itsmai" && one.Actor != "desk.lead" && one.Level == one.FromLevel + 1));
        }

        // Histories in which nothing ever happens would prove nothing.
        Assert.True(promoted > 1000 && demoted > 300, $"{promoted} rose, {demoted} fell");
    }

    private static async Task<bool> Step(History history, List<Receipt> decided, Random random)
    {
        switch (random.Next(8))
        {
            case 0 or 1:
                decided.Add(await history.Decide(await history.Level() == AutonomyLevel.Auto ? Verdict.Act : Verdict.Propose));
                await history.Resolve(decided[^1]);
                return false;
            case 2:
                decided.Add(await history.Decide(Verdict.Propose));
                await history.Resolve(decided[^1], random.Next(4) == 0 ? "Identity" : "Network");
                return false;
            case 3 when decided.Count > 0:
                var one = decided[random.Next(decided.Count)];
                if (random.Next(2) == 0) await history.Move(one, "Identity", $"p{random.Next(3)}");
                else await history.Reopen(one);
                return false;
            case 4:
                decided.Add(await history.Decide());
                return false;
            default:
                var open = await history.Room.Ladder.Promotions.Sweep(Stop);
                if (open.Count == 0) return false;
                string[] people = ["kim", "desk.lead", "itsmai"];
                return await history.Room.Ladder.Promotions.Approve(open[0].Id, new Person(people[random.Next(3)]), Stop) is null;
        }
    }

    /// <summary>The rule as the text of the ladder says it, counted naively.</summary>
    private static async Task<bool> MustFall(History history)
    {
        var record = await history.Room.Ladder.Records.Read(History.Key, Stop);
        var judged = record.Decisions.Where(one => record.EvidenceFrom is null || one.DecidedAt > record.EvidenceFrom)
            .Select(one => (one, judgement: JudgeDecision.Of(one, Small.ReopenWithin)))
            .Where(pair => pair.judgement.FirstTimeRight is not null || pair.judgement.IsOverridden)
            .OrderBy(pair => pair.judgement.SignalAt).ToList();
        var burst = judged.TakeLast(5).Where(pair => pair.judgement.IsOverridden).ToList();
        var hands = burst.SelectMany(pair => pair.judgement.Overrides).Select(told => told.By).Distinct().Count();
        var measured = judged.Where(pair => pair.judgement.FirstTimeRight is not null).TakeLast(6).ToList();
        var share = MeasuredShare.Count(measured.Count(pair => pair.judgement.FirstTimeRight == true), measured.Count);
        return (burst.Count >= 2 && hands > 1) || (measured.Count >= 4 && share.Lower < 0.3);
    }
}
