namespace ItsmAi.Hosting.Commands;

/// <summary>
/// Shows on a terminal how far long work is; shows nothing before two seconds have passed, or where nobody looks.
/// </summary>
public sealed class ProgressBar : IProgress<double>
{
    private const int Width = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly TextWriter _error;
    private readonly TimeProvider _clock;
    private readonly string _work;
    private readonly long _start;
    private bool _shown;

    /// <summary>A bar for the work, on the error writer.</summary>
    public ProgressBar(TextWriter error, TimeProvider clock, string work)
    {
        _error = error;
        _clock = clock;
        _work = work;
        _start = clock.GetTimestamp();
    }

    /// <summary>Draws the share that is done.</summary>
    public void Report(double value)
    {
        bool watched = ReferenceEquals(_error, Console.Error) && !Console.IsErrorRedirected;
        if (!watched || _clock.GetElapsedTime(_start) < Patience)
            return;
        int filled = (int)(Math.Clamp(value, 0, 1) * Width);
        _error.Write($"\r{_work} [{new string('#', filled)}{new string('.', Width - filled)}] {value:P0} ");
        _shown = true;
    }

    /// <summary>Leaves the line empty again.</summary>
    public void Clear()
    {
        if (_shown)
            _error.Write($"\r{new string(' ', _work.Length + Width + 12)}\r");
    }
}
