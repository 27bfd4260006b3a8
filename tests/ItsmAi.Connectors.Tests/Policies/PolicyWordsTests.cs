using System.Text.Json;
using ItsmAi.Connectors.Policies;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Policy.Comparing;

namespace ItsmAi.Connectors.Tests.Policies;

/// <summary>Whatever a policy file can say, the comparison and the list of settings must know.</summary>
public sealed class PolicyWordsTests
{
    private static readonly string[] Sections = ["autonomy", "brakes", "calendar", "obligations"];

    private const string Other =
        """
        version: 1
        owner: lee
        author: ana
        decideWithin: 90m
        actsPerTicketAndHour: 3
        protected: [payroll]
        autonomy: { start: Off, window: 7d, autoMinimum: 51, autoLowerBound: 0.91, rungMinimum: 21, rungLowerBound: 0.71,
          demoteBelow: 0.81, demoteLast: 61, demoteMinimum: 22, burstOverrides: 6, burstLast: 23, reopenWithin: 5d,
          calibrationError: 0.2, calibrationMinimum: 52, targetPrecision: 0.92, unusedFor: 80d, otherShare: 0.4, other: Misc }
        brakes: { acts: 30, window: 5m, shareToOneTeam: 0.5, shareMinimum: 11, restFor: 2h, authority: [bo], drillEvery: 30d,
          stampApprovals: 31, stampMedian: 4s }
        calendar: { zone: Europe/Berlin, days: [Mon, Tue], from: "08:00", to: "17:00", holidays: [2026-12-25] }
        obligations: { acknowledgeWithin: 3d, disposeWithin: 11d, escalateEvery: 2d, remindBefore: 4h, digestEvery: 2h,
          deliveryTries: 5, longestRisk: 90d }
        rules: []
        """;

    [Fact]
    public void Every_setting_of_the_schema_is_listed_and_its_change_seen()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root(), "policy", "policy.schema.json")));
        var words = Names(schema.RootElement).Where(name => name is not ("version" or "rules") && !Sections.Contains(name))
            .Concat(Sections.SelectMany(section => Names(Part(schema, section)).Select(name => $"{section}.{name}")))
            .Order(StringComparer.Ordinal).ToList();
        var plain = PolicyFile.Read("version: 1\nowner: kim\n").Policy!;

        var changed = PolicyDiff.Between(plain, PolicyFile.Read(Other).Policy!).OfType<PolicyDifference.Setting>();

        Assert.Equal(words, changed.Select(one => one.Name).Order(StringComparer.Ordinal));
        Assert.All(PolicySettings.Of(plain).Skip(1), setting => Assert.True(PolicySettings.IsDefault(setting), setting.Name));
    }

    [Fact]
    public void Every_field_of_a_rule_is_compared()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root(), "policy", "policy.schema.json")));
        var words = Names(Part(schema, "rule")).Where(name => name is not ("name" or "when"))
            .Concat(Names(Part(schema, "when")).Select(name => $"when.{name}")).Order(StringComparer.Ordinal).ToList();
        var plain = Rule("level: Off, because: x");
        var other = Rule(
            "level: Auto, because: y, action: Ask, classes: [a], teams: [T], "
            + "when: { confidenceAtLeast: 0.5, completenessAtLeast: 1, vip: false, priorities: [P3] }");

        var changed = PolicyDiff.Between(plain, other).OfType<PolicyDifference.Changed>();

        Assert.Equal(words, changed.Select(one => one.Field).Order(StringComparer.Ordinal));
    }

    private static PolicyDocument Rule(string rest) =>
        PolicyFile.Read($"version: 1\nowner: kim\nrules:\n  - {{ name: r, {rest} }}\n").Policy!;

    private static JsonElement Part(JsonDocument schema, string name) => schema.RootElement.GetProperty("$defs").GetProperty(name);

    private static IEnumerable<string> Names(JsonElement part) =>
        part.GetProperty("properties").EnumerateObject().Select(field => field.Name);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ItsmAi.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
