using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Classes;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Tests.Actions;

namespace ItsmAi.Governance.Tests.Classes;

public sealed class TaxonomyTests
{
    private static readonly Desk.People.Person Kim = new("kim");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_blocked_class_stays_blocked_under_the_next_model_and_its_receipt_lists_it()
    {
        var room = new Room(AutonomyLevel.Auto);
        await Change(room, ReceiptKind.Blocked, before => ChangeTaxonomy.Block(before, "vpn", "under audit", Some.Time));

        await room.Ladder.Taxonomy.Activate("v7", ["vpn", "wifi"], new("itsmai"), Stop);

        Assert.NotNull((await room.Ladder.Taxonomy.Read(Stop)).Find("vpn")!.Block);
        var decided = await room.CarryOut.Handle(Some.Suggestion(), Some.Event(), Stop);
        Assert.Equal((Verdict.Refuse, "vpn is blocked: under audit"), (decided.Verdict, decided.Because));
        var activated = await new Autonomy.History(room).Receipts(ReceiptKind.ModelActivated);
        Assert.Contains("still blocked: vpn (vpn): under audit", Assert.Single(activated).Reasons!);
    }

    [Fact]
    public async Task The_same_model_again_is_no_news()
    {
        var room = new Room(AutonomyLevel.Auto);

        await room.Ladder.Taxonomy.Activate("v7", ["vpn"], new("itsmai"), Stop);
        await room.Ladder.Taxonomy.Activate("v7", ["vpn"], new("itsmai"), Stop);

        Assert.Single(await new Autonomy.History(room).Receipts(ReceiptKind.ModelActivated));
    }

    [Fact]
    public async Task A_renamed_class_keeps_its_level_block_and_threshold()
    {
        var room = new Room(AutonomyLevel.Auto);
        await Change(room, ReceiptKind.ThresholdSet, before => ChangeTaxonomy.SetThreshold(before, "vpn", 0.99));
        await Change(room, ReceiptKind.TaxonomyChanged, before => ChangeTaxonomy.Rename(before, "vpn", "remote-access"));

        var renamed = await room.CarryOut.Handle(Some.Suggestion() with { Class = "remote-access" }, Some.Event(), Stop);

        Assert.Equal("vpn", renamed.ClassId);
        Assert.Equal(["remote-access", "vpn"], renamed.ClassNames!);
        Assert.Contains(renamed.Gates!, gate => gate is { Name: "earned", Passed: true });
        Assert.Contains(renamed.Gates!, gate => gate is { Name: "class-threshold", Passed: false });
        Assert.Equal(Verdict.Propose, renamed.Verdict);
    }

    [Fact]
    public async Task A_part_of_a_split_class_starts_in_Shadow_and_inherits_what_was_set()
    {
        var room = new Room(AutonomyLevel.Auto);
        await Change(room, ReceiptKind.ThresholdSet, before => ChangeTaxonomy.SetThreshold(before, "vpn", 0.5));
        await Change(room, ReceiptKind.TaxonomyChanged, before => ChangeTaxonomy.Split(before, "vpn", ["vpn", "vpn-mobile"], Some.Time));

        var decided = await room.CarryOut.Handle(Some.Suggestion(), Some.Event(), Stop);

        Assert.Equal(("vpn~2", Verdict.Observe), (decided.ClassId, decided.Verdict));
        Assert.Equal(0.5, (await room.Ladder.Taxonomy.Read(Stop)).Find("vpn-mobile")!.Threshold);
        Assert.Empty(room.Desk.Notes);
    }

    [Fact]
    public void A_renamed_class_is_no_news_to_a_model_that_knows_its_old_name()
    {
        var renamed = Now(ChangeTaxonomy.Rename(Known("vpn"), "vpn", "remote-access"));
        var added = Now(ChangeTaxonomy.Add(renamed, "zero-trust", null, Some.Time));

        Assert.False(added.IsNewToTheModel(added.Find("remote-access")!));
        Assert.True(added.IsNewToTheModel(added.Find("zero-trust")!));
    }

    [Fact]
    public void What_is_merged_inherits_the_strictest()
    {
        var before = Known("vpn", "wifi");
        before = Now(ChangeTaxonomy.Block(before, "wifi", "audit", Some.Time));
        before = Now(ChangeTaxonomy.SetThreshold(before, "vpn", 0.8));
        before = Now(ChangeTaxonomy.SetThreshold(before, "wifi", 0.6));

        var merged = Now(ChangeTaxonomy.Merge(before, ["vpn", "wifi"], "network", Some.Time));

        var network = merged.Find("vpn")!;
        Assert.Equal(("network", "audit", 0.8, AutonomyLevel.Shadow), (network.Id, network.Block!.Reason, network.Threshold, network.StartsAt));
        Assert.Equal(["network", "vpn", "wifi"], merged.NamesOf(network));
        Assert.Same(network, merged.Find("wifi"));
    }

    [Theory]
    [InlineData("wifi", "label: \"wifi\" leads to class wifi; use one that no class bore")]
    [InlineData(" ", "label: \" \" cannot be used; use 1 to 80 characters that can be seen")]
    public void A_label_is_never_given_to_an_unrelated_class(string label, string says) =>
        Assert.Equal(says, Assert.IsType<TaxonomyAnswer.Refused>(ChangeTaxonomy.Rename(Known("vpn", "wifi"), "vpn", label)).Says);

    [Fact]
    public void An_unknown_class_and_a_split_into_one_are_refused()
    {
        Assert.IsType<TaxonomyAnswer.Refused>(ChangeTaxonomy.Block(Known("vpn"), "wifi", "why", Some.Time));
        Assert.IsType<TaxonomyAnswer.Refused>(ChangeTaxonomy.Split(Known("vpn"), "vpn", ["vpn"], Some.Time));
        Assert.IsType<TaxonomyAnswer.Refused>(ChangeTaxonomy.Merge(Known("vpn"), ["vpn", "vpn"], "all", Some.Time));
        Assert.IsType<TaxonomyAnswer.Refused>(ChangeTaxonomy.Block(Known("vpn"), "vpn", " ", Some.Time));
        Assert.IsType<TaxonomyAnswer.Refused>(ChangeTaxonomy.SetThreshold(Known("vpn"), "vpn", 1.01));
    }

    [Fact]
    public async Task A_label_outside_the_taxonomy_is_only_observed()
    {
        var room = new Room(AutonomyLevel.Auto);

        var decided = await room.CarryOut.Handle(Some.Suggestion() with { Class = "Peripherals::Computer" }, Some.Event(), Stop);

        Assert.Equal(Verdict.Observe, decided.Verdict);
        Assert.Contains("is no class", decided.Because, StringComparison.Ordinal);
    }

    /// <summary>Whatever is done to classes and models, a label that comes from a blocked class stays blocked until a person lifts it.</summary>
    [Fact]
    public void A_block_survives_every_model_and_every_change_of_the_classes()
    {
        var random = new Random(5);
        for (var run = 0; run < 10_000; run++)
        {
            var taxonomy = Known("a", "b", "c", "d");
            var blocked = new HashSet<string>(StringComparer.Ordinal);
            for (var step = 0; step < 12; step++)
            {
                taxonomy = Step(taxonomy, blocked, random, step);
                Assert.All(blocked, label => Assert.True(taxonomy.Find(label)?.Block is not null, $"run {run}: {label} is free"));
            }
        }
    }

    private static Taxonomy Step(Taxonomy taxonomy, HashSet<string> blocked, Random random, int step)
    {
        var labels = taxonomy.Classes.SelectMany(one => one.Names).Distinct(StringComparer.Ordinal).ToList();
        string Any() => labels[random.Next(labels.Count)];
        var (one, other) = (Any(), Any());
        string[] made = random.Next(3) == 0 ? [one, $"new-{step}"] : [$"new-{step}", $"newer-{step}"];
        var sources = new[] { one, other };
        (TaxonomyAnswer Answer, string[] From, string[] To) change = random.Next(5) switch
        {
            0 => (ChangeTaxonomy.Block(taxonomy, one, "why", Some.Time), [], [one]),
            1 => (ChangeTaxonomy.Rename(taxonomy, one, made[1]), [one], [made[1]]),
            2 => (ChangeTaxonomy.Split(taxonomy, one, made, Some.Time), [one], made),
            3 => (ChangeTaxonomy.Merge(taxonomy, sources, made[0], Some.Time), sources, [made[0], .. sources]),
            _ => (new TaxonomyAnswer.Changed(ChangeTaxonomy.Activate(
                taxonomy, new ModelInForce($"m{step}", Some.Time, [.. labels.Where(_ => random.Next(2) == 0), $"fresh-{step}"]))), [], []),
        };
        if (change.Answer is not TaxonomyAnswer.Changed changed) return taxonomy;
        if (change.From.Length == 0 || change.From.Any(blocked.Contains)) blocked.UnionWith(change.To);
        return changed.Now;
    }

    private static Taxonomy Known(params string[] labels) =>
        ChangeTaxonomy.Activate(Taxonomy.Empty, new ModelInForce("m1", Some.Time, labels));

    private static Taxonomy Now(TaxonomyAnswer answer) => Assert.IsType<TaxonomyAnswer.Changed>(answer).Now;

    private static async Task Change(Room room, ReceiptKind kind, Func<Taxonomy, TaxonomyAnswer> change) =>
        Assert.IsType<TaxonomyAnswer.Changed>(await room.Ladder.Taxonomy.Change(kind, "vpn", "why", Kim, change, Stop));
}
