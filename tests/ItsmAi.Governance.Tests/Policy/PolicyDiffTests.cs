using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Policy.Comparing;

namespace ItsmAi.Governance.Tests.Policy;

public sealed class PolicyDiffTests
{
    [Theory]
    [InlineData("a b c", "a b c", "")]
    [InlineData("a b c", "a c", "removed rule b, which was number 2")]
    [InlineData("a c", "a b c", "added rule b as number 2")]
    [InlineData("a b c d", "b c d a", "moved rule a from 1 to 4")]
    [InlineData("a b c d", "a d b c", "moved rule d from 4 to 2")]
    [InlineData("a b", "b c a", "added rule c as number 2; moved rule a from 1 to 3")]
    [InlineData("", "a", "added rule a as number 1")]
    public void Rules_are_known_by_their_names_and_as_few_as_can_be_are_moved(string old, string next, string expected) =>
        Assert.Equal(expected, string.Join("; ", PolicyDiff.Between(Of(old), Of(next))));

    [Fact]
    public void Moving_what_is_said_to_move_gives_the_new_order()
    {
        var random = new Random(7);
        for (var run = 0; run < 10_000; run++)
        {
            string[] names = [.. Enumerable.Range(0, random.Next(1, 8)).Select(number => $"r{number}")];
            string[] turned = [.. names];
            random.Shuffle(turned);

            var moved = PolicyDiff.Between(Of(string.Join(' ', names)), Of(string.Join(' ', turned)))
                .Cast<PolicyDifference.Moved>().Select(one => one.Rule).ToHashSet();

            Assert.Equal(names.Where(name => !moved.Contains(name)), turned.Where(name => !moved.Contains(name)));
            Assert.Equal(names.SequenceEqual(turned), moved.Count == 0);
        }
    }

    [Fact]
    public void A_changed_rule_is_shown_field_by_field()
    {
        var old = Of("a");
        var next = old with { Rules = [old.Rules[0] with { Level = AutonomyLevel.Off, Classes = ["vpn", "wifi"] }] };

        Assert.Equal(
            ["changed rule a, classes: any -> vpn, wifi", "changed rule a, level: Auto -> Off"],
            PolicyDiff.Between(old, next).Select(one => one.ToString()));
    }

    private static PolicyDocument Of(string names) => Some.Policy(AutonomyLevel.Auto) with
    {
        Rules =
        [
            .. names.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(name => new PolicyRule(name, null, [], [], PolicyConditions.None, AutonomyLevel.Auto, "x")),
        ],
    };
}
