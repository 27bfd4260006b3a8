using System.Text.Json;
using ItsmAi.Hosting.Tests.Fakes;

namespace ItsmAi.Hosting.Tests.Commands.Policy;

/// <summary>check, test and diff: what can be said of a policy's file alone.</summary>
public sealed class PolicyFilesCommandsTests : IDisposable
{
    private const string Idle =
        """
        version: 1
        owner: lead
        actsPerTicketAndHour: 4
        rules:
          - { name: sure, level: Auto, because: x, when: { confidenceAtLeast: 0.8 } }
          - { name: surer, level: Off, because: y, classes: [vpn], when: { confidenceAtLeast: 0.9 } }
        """;

    private readonly PolicyDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Check_names_a_rule_that_never_matches_and_the_settings_in_force()
    {
        _desk.Write("idle.yaml", Idle);

        var (exit, output, _) = await _desk.Run("policy check DIR/idle.yaml");

        Assert.Equal(1, exit);
        Assert.Contains("never matches: rule surer, for sure before it matches whatever it would\n", output, StringComparison.Ordinal);
        Assert.Contains("\nactsPerTicketAndHour: 4\n", output, StringComparison.Ordinal);
        Assert.Contains("\nautonomy.window: 30d (default)\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_is_content_with_the_policy_that_ships()
    {
        var (exit, output, _) = await _desk.Run($"policy check {Path.Combine(Repository.Root, "policy", "policy.yaml")}");

        Assert.Equal(0, exit);
        Assert.Contains("otherwise: Suggest\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_names_a_class_that_the_model_does_not_know()
    {
        _desk.Write("train.csv", Tickets.Csv(120, seed: 3));
        _desk.Write("named.yaml", PolicyDesk.Meek + "  - { name: b, level: Off, because: x, classes: [mail] }\nprotected: [payroll]\n");
        _desk.Write("known.yaml", PolicyDesk.Meek + "protected: [network]\n");
        Assert.Equal(0, (await _desk.Run("train --tickets DIR/train.csv --out DIR/m.bin")).Exit);

        var (exit, output, _) = await _desk.Run("policy check DIR/named.yaml --model DIR/m.bin");

        Assert.Equal(1, exit);
        Assert.Contains("unknown class: \"payroll\" in protected; the model knows mail, network, printing\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain("unknown class: \"mail\"", output, StringComparison.Ordinal);
        Assert.Equal(0, (await _desk.Run("policy check DIR/known.yaml --model DIR/m.bin")).Exit);
        Assert.Equal(2, (await _desk.Run("policy check DIR/known.yaml --model DIR/none.bin")).Exit);
    }

    [Fact]
    public async Task Check_reports_as_json()
    {
        _desk.Write("idle.yaml", Idle);
        _desk.Write("bad.yaml", "version: 1\nowner: kim\nrulez: []\n");

        using var idle = JsonDocument.Parse((await _desk.Run("policy check DIR/idle.yaml --json")).Output);
        var bad = await _desk.Run("policy check DIR/bad.yaml --json");
        using var problem = JsonDocument.Parse(bad.Output);

        Assert.Equal("surer", idle.RootElement.GetProperty("neverMatch")[0].GetProperty("rule").GetString());
        Assert.Equal("4", idle.RootElement.GetProperty("settings").GetProperty("actsPerTicketAndHour").GetString());
        Assert.Equal((1, 3), (bad.Exit, problem.RootElement.GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task The_policy_that_ships_passes_its_tests()
    {
        var (exit, output, _) = await _desk.Run($"policy test {Path.Combine(Repository.Root, "policy", "policy.yaml")}");

        Assert.Equal((0, "8 of 8 tests pass\n"), (exit, output));
    }

    [Fact]
    public async Task A_test_that_fails_names_what_was_expected_and_what_came()
    {
        var tests = _desk.Write(
            "bold.tests.yaml",
            "version: 1\ntests:\n  - { name: vpn waits, facts: { action: Route, class: vpn }, expect: { verdict: Propose, rule: vpn } }\n"
            + "  - { name: wifi goes, facts: { action: Route, class: wifi }, expect: { level: Auto } }\n");

        var (exit, output, _) = await _desk.Run("policy test DIR/bold.yaml");
        using var json = JsonDocument.Parse((await _desk.Run($"policy test DIR/bold.yaml --tests {tests} --json")).Output);

        Assert.Equal(1, exit);
        Assert.Equal(
            $"{tests}: line 3: vpn waits: expected Propose, rule vpn, got Act at Auto by rule all\n1 of 2 tests pass\n", output);
        Assert.Equal((2, 1), (json.RootElement.GetProperty("tests").GetInt32(), json.RootElement.GetProperty("passed").GetInt32()));
        Assert.Equal("all", json.RootElement.GetProperty("failures")[0].GetProperty("rule").GetString());
    }

    [Theory]
    [InlineData("policy test DIR/missing.yaml", "missing.yaml")]
    [InlineData("policy test DIR/meek.yaml", "meek.tests.yaml")]
    [InlineData("policy test DIR/meek.yaml --tests DIR/bold.yaml", "bold.yaml: line 2, column 1: owner: no such field; there are tests, version")]
    [InlineData("policy diff DIR/meek.yaml DIR/bad.yaml", "bad.yaml: line 2, column 1: ownr: no such field")]
    [InlineData("policy activate DIR/bad.yaml --author a --by b --data DATA", "bad.yaml: line 2, column 1")]
    [InlineData("policy replay DIR/meek.yaml --data DATA --days 0", "days: \"0\" is not a number of days; use 1 to 3650")]
    [InlineData("policy replay DIR/meek.yaml --data DATA", "holds no data")]
    [InlineData("receipts replay 1-beef --data DATA", "holds no data")]
    public async Task Bad_input_ends_with_2_and_names_the_place(string line, string says)
    {
        _desk.Write("bad.yaml", "version: 1\nownr: kim\nowner: kim\n");

        var (exit, output, error) = await _desk.Run(line);

        Assert.Equal((2, ""), (exit, output));
        Assert.Contains(says, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_shows_what_differs_and_ends_with_0()
    {
        var (exit, output, _) = await _desk.Run("policy diff DIR/meek.yaml DIR/guarded.yaml");
        using var json = JsonDocument.Parse((await _desk.Run("policy diff DIR/meek.yaml DIR/guarded.yaml --json")).Output);

        Assert.Equal((0, "setting protected: none -> vpn\nchanged rule all, level: Suggest -> Auto\n"), (exit, output));
        Assert.Equal("changed", json.RootElement.GetProperty("differences")[1].GetProperty("kind").GetString());
        Assert.Equal("they say the same\n", (await _desk.Run("policy diff DIR/meek.yaml DIR/meek.yaml")).Output);
    }

    [Fact]
    public async Task Each_subcommand_explains_itself()
    {
        foreach (var command in new[] { "policy check", "policy test", "policy diff", "policy replay", "policy activate", "receipts replay" })
        {
            var (exit, output, _) = await _desk.Run($"{command} --help");

            Assert.Equal(0, exit);
            Assert.Contains("--", output, StringComparison.Ordinal);
        }
    }
}
