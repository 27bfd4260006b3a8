namespace ItsmAi.Hosting.Demo.Playing;

/// <summary>
/// Shows the summary: redrawn in place on a terminal, as plain lines where output is a file or a pipe.
/// </summary>
internal sealed class DemoConsole(TextWriter output, DemoTally tally) : IDisposable
{
    private const int LinesShown = 12;

    private readonly bool _watched = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private int _drawn;

    public void Dispose() => _turn.Dispose();

    public Task Say(string line) => output.WriteLineAsync(line);

    /// <summary>One ticket is through: draw anew, or write its line.</summary>
    public async Task Told(DemoLine line)
    {
        await _turn.WaitAsync();
        try
        {
            if (_watched) await Redraw();
            else await output.WriteLineAsync($"{line}");
            await output.FlushAsync();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The summary for good, below a few of the decisions.</summary>
    public async Task Conclude(int decisions)
    {
        await Erase();
        await output.WriteLineAsync("\nticket  answer            sure  class                  title");
        foreach (var line in tally.Latest(decisions)) await output.WriteLineAsync($"{line}");
        await output.WriteLineAsync();
        foreach (var line in tally.Lines()) await output.WriteLineAsync(line);
        await output.FlushAsync();
    }

    private async Task Redraw()
    {
        await Erase();
        var width = Math.Max(40, Console.WindowWidth - 1);
        var lines = tally.Lines().Append("").Concat(tally.Latest(LinesShown).Select(line => $"{line}")).ToList();
        foreach (var line in lines) await output.WriteLineAsync(line.Length > width ? line[..width] : line);
        _drawn = lines.Count;
    }

    /// <summary>Moves up over what was drawn and clears from there.</summary>
    private async Task Erase()
    {
        if (_drawn > 0) await output.WriteAsync($"\e[{_drawn}A\e[J");
        _drawn = 0;
    }
}
