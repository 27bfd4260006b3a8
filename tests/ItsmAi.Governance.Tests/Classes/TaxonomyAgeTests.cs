using ItsmAi.Governance.Classes;
using ItsmAi.Governance.Policy;

namespace ItsmAi.Governance.Tests.Classes;

public sealed class TaxonomyAgeTests
{
    private static readonly Taxonomy Known = ChangeTaxonomy.Activate(
        Taxonomy.Empty, new ModelInForce("m1", Some.Time, ["vpn", "fax", "Other"]));

    [Theory]
    [InlineData(89, 0)]
    [InlineData(90, 1)]
    public void A_category_unused_for_ninety_days_is_found(int days, int expected)
    {
        var now = Some.Time.AddDays(days);
        var usage = new Dictionary<string, ClassUsage> { ["vpn"] = new(now, 10), ["Other"] = new(now, 1), ["fax"] = new(Some.Time, 0) };

        var findings = TaxonomyAge.Findings(Known, usage, new AutonomySettings(), now);

        Assert.Equal(expected, findings.Count(one => one.About.Label == "fax"));
        Assert.Equal(expected, findings.Count);
    }

    [Theory]
    [InlineData(30, 0)]
    [InlineData(31, 1)]
    public void More_than_thirty_percent_in_the_catch_all_are_found(int others, int expected)
    {
        var usage = new Dictionary<string, ClassUsage>
        {
            ["vpn"] = new(Some.Time, 100 - others), ["Other"] = new(Some.Time, others), ["fax"] = new(Some.Time, 0),
        };

        Assert.Equal(expected, TaxonomyAge.Findings(Known, usage, new AutonomySettings(), Some.Time).Count);
    }
}
