using System.Collections.Concurrent;
using System.Diagnostics;

namespace ItsmAi.EndToEnd;

/// <summary>The executable as its users start it: the published one where there is one, else the one that was built.</summary>
internal sealed class Itsmai : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();

    private Itsmai(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The last lines that it wrote.</summary>
    public string Said => string.Join('\n', _said.TakeLast(40));

    public static Itsmai Start(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = StartOf(arguments);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new Itsmai(Process.Start(start)!);
    }

    /// <summary>Runs a command to its end.</summary>
    public static Task<(int Exit, string Output)> Run(CancellationToken stop, params string[] arguments) =>
        Run(new Dictionary<string, string>(), stop, arguments);

    /// <summary>The same with variables of the environment.</summary>
    public static async Task<(int Exit, string Output)> Run(
        IReadOnlyDictionary<string, string> environment, CancellationToken stop, params string[] arguments)
    {
        var start = StartOf(arguments);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(stop);
        var error = process.StandardError.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);
        return (process.ExitCode, await output + await error);
    }

    /// <summary>The most memory that it ever held, in KiB, as the kernel counts it.</summary>
    public long MostMemory()
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(one => one.StartsWith("VmHWM", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);
    }

    /// <summary>SIGKILL: no last word, no flush.</summary>
    public async Task Kill(CancellationToken stop)
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(stop);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static ProcessStartInfo StartOf(string[] arguments)
    {
        var published = Environment.GetEnvironmentVariable("ITSMAI_PUBLISHED");
        var start = published is { Length: > 0 }
            ? new ProcessStartInfo(Path.Combine(published, "itsmai"))
            : new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "itsmai.dll")]);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.UseShellExecute = false;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        return start;
    }
}
