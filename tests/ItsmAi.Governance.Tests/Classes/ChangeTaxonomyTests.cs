using System.Globalization;
using ItsmAi.Governance.Classes;

namespace ItsmAi.Governance.Tests.Classes;

public sealed class ChangeTaxonomyTests
{
    private static readonly Taxonomy Known = ChangeTaxonomy.Activate(
        Taxonomy.Empty, new ModelInForce("m1", Some.Time, ["vpn", "wifi"]));

    public static TheoryData<string[]> Rows() =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "taxonomy-changes.csv")).Skip(1)
            .Select(line => line.Split('|')),
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_change_makes_of_the_classes_what_the_table_says(string[] cells)
    {
        var now = Known;
        var says = "";
        foreach (var change in cells[0].Split("; ", StringSplitOptions.RemoveEmptyEntries))
        {
            var answer = Made(now, change.Split(' '));
            now = (answer as TaxonomyAnswer.Changed)?.Now ?? now;
            says = (answer as TaxonomyAnswer.Refused)?.Says ?? "";
        }

        Assert.Equal(cells[1], says.Length > 0 ? says : string.Join("; ", now.Classes.Select(Text)));
    }

    [Theory]
    [InlineData(80, true)]
    [InlineData(81, false)]
    [InlineData(0, false)]
    public void A_label_has_one_to_eighty_characters(int length, bool taken) =>
        Assert.Equal(taken, ChangeTaxonomy.Add(Known, new string('x', length), null, Some.Time) is TaxonomyAnswer.Changed);

    [Fact]
    public void A_label_holds_only_what_can_be_seen() =>
        Assert.IsType<TaxonomyAnswer.Refused>(ChangeTaxonomy.Add(Known, "f\u0007ax", null, Some.Time));

    [Fact]
    public void Whatever_a_model_calls_its_classes_an_id_can_stand_in_a_key_and_is_nobody_elses()
    {
        string[] labels = ["f\u0007ax", "f?ax", new string('x', 100), new string('x', 101)];

        var ids = ChangeTaxonomy.Activate(Known, new ModelInForce("m2", Some.Time, labels)).Classes.Skip(2).Select(one => one.Id);

        Assert.Equal(["f?ax", "f?ax~2", new string('x', 80), $"{new string('x', 80)}~2"], ids);
    }

    [Fact]
    public void What_is_made_was_born_then_and_a_model_is_in_force_with_its_labels()
    {
        var later = Some.Time.AddDays(1);
        var model = new ModelInForce("m2", later, ["fax"]);

        var now = ChangeTaxonomy.Activate(((TaxonomyAnswer.Changed)ChangeTaxonomy.Split(Known, "vpn", ["a", "b"], later)).Now, model);

        Assert.Same(model, now.Model);
        Assert.Equal([Some.Time, Some.Time, later, later, later], now.Classes.Select(one => one.BornAt));
        Assert.Equal(["vpn", "wifi", "a", "b"], now.Classes.Where(now.IsNewToTheModel).Select(one => one.Id));
    }

    [Fact]
    public void A_block_takes_a_reason() => Assert.Equal(
        "reason: is empty; say why, for it stands on the receipt",
        ((TaxonomyAnswer.Refused)ChangeTaxonomy.Block(Known, "vpn", " ", Some.Time)).Says);

    private static TaxonomyAnswer Made(Taxonomy before, string[] words) => words[0] switch
    {
        "add" => ChangeTaxonomy.Add(before, words[1], null, Some.Time),
        "own" => ChangeTaxonomy.Add(before, words[1], words[2], Some.Time),
        "rename" => ChangeTaxonomy.Rename(before, words[1], words[2]),
        "split" => ChangeTaxonomy.Split(before, words[1], words[2..], Some.Time),
        "merge" => ChangeTaxonomy.Merge(before, words[1..^2], words[^1], Some.Time),
        "block" => ChangeTaxonomy.Block(before, words[1], words[2], Some.Time),
        "unblock" => ChangeTaxonomy.Unblock(before, words[1]),
        "threshold" => ChangeTaxonomy.SetThreshold(
            before, words[1], words[2] == "-" ? null : double.Parse(words[2], CultureInfo.InvariantCulture)),
        "model" => new TaxonomyAnswer.Changed(ChangeTaxonomy.Activate(before, new ModelInForce(words[1], Some.Time, words[2..]))),
        _ => throw new FormatException(words[0]),
    };

    private static string Text(TicketClass one) => string.Concat(
        $"{one.Id}={one.Label}({string.Join(',', one.Names)})",
        one.Owner is null ? "" : $"/owner:{one.Owner}",
        one.Parents.Count == 0 ? "" : $"/of:{string.Join('+', one.Parents)}",
        one.StartsAt is null ? "" : $"/{one.StartsAt}".ToLowerInvariant(),
        one.Threshold is { } threshold ? $"/from:{threshold.ToString(CultureInfo.InvariantCulture)}" : "",
        one.Block is null ? "" : $"/blocked:{one.Block.Reason}",
        one.IsRetired ? "/retired" : "",
        one.MergedInto is null ? "" : $"/into:{one.MergedInto}");
}
