namespace ItsmAi.Learning.Evaluation;

/// <summary>A scored series of the Numenta Anomaly Benchmark: its rows' times and scores, and its labelled windows.</summary>
public sealed record NabSeries(
    string Name, IReadOnlyList<TimeSpan> Times, IReadOnlyList<double> Scores, IReadOnlyList<NabWindow> Windows)
{
    /// <summary>The first rows, which are neither scored nor hit a window.</summary>
    public int Probation => Math.Min((int)Math.Floor(0.15 * Times.Count), 750);

    /// <summary>The rows of the windows: the first ones that carry their times.</summary>
    internal IEnumerable<(int Left, int Right)> WindowRows => Windows.Select(window => (RowAt(window.Start), RowAt(window.End)));

    private int RowAt(TimeSpan time)
    {
        for (int row = 0; row < Times.Count; row++)
        {
            if (Times[row] == time)
                return row;
        }
        throw new InvalidOperationException($"{Name}: no row carries the time {time} of a window");
    }
}
