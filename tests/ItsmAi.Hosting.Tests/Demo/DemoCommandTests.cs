using System.Globalization;
using ItsmAi.Hosting.Demo;

namespace ItsmAi.Hosting.Tests.Demo;

public sealed class DemoCommandTests
{
    [Fact]
    public async Task Equal_seeds_play_equal_demonstrations_and_every_receipt_holds()
    {
        var first = await Play(seed: 2);
        var again = await Play(seed: 2);

        Assert.Equal(Lasting(first), Lasting(again));
        Assert.Equal(60, Count(first, "arrived"));
        string[] answers = ["routed", "left to a person", "asked", "only observed", "refused", "not applied"];
        Assert.Equal(60, answers.Sum(answer => Count(first, answer)));
        Assert.True(Count(first, "routed") >= 20, first);
        Assert.True(Count(first, "receipts") > 60, first);
        Assert.Contains($"verified {Count(first, "receipts")} of {Count(first, "receipts")}", first, StringComparison.Ordinal);
    }

    private static async Task<string> Play(int seed)
    {
        await using var output = new StringWriter();
        var command = DemoCommand.Build(output, TextWriter.Null, TimeProvider.System);
        var stop = TestContext.Current.CancellationToken;
        var ended = await command.Parse(["--once", "--seed", $"{seed}"]).InvokeAsync(cancellationToken: stop);
        Assert.True(ended == 0, $"{output}");
        return $"{output}";
    }

    /// <summary>All but the ports and how long it took.</summary>
    private static IEnumerable<string> Lasting(string output) => output.Split('\n').Where(line =>
        !line.StartsWith("learned", StringComparison.Ordinal) && !line.Contains("http://", StringComparison.Ordinal));

    private static int Count(string output, string name)
    {
        var line = output.Split('\n').Last(line => line.StartsWith(name, StringComparison.Ordinal));
        return int.Parse(line[18..25].Trim(), CultureInfo.InvariantCulture);
    }
}
