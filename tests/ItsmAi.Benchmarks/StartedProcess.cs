using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ItsmAi.Benchmarks;

/// <summary>The executable started as the Functions host starts it, and what that took.</summary>
internal static class StartedProcess
{
    /// <param name="settings">
    /// What the process finds in its environment.
    /// </param>
    /// <param name="message">The first message, JSON text inside a JSON string; null: only the first answer is timed.</param>
    public static async Task<StartFigures> Measure(
        string executable, IReadOnlyDictionary<string, string> settings, string? message)
    {
        var port = FreePort();
        var start = new ProcessStartInfo(executable) { UseShellExecute = false, RedirectStandardError = true };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = port.ToString(CultureInfo.InvariantCulture);
        var begin = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        try
        {
            await Ask(port, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
            var answered = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
            var cpu = Cpu(process.Id);
            if (message is null) return new StartFigures(answered, cpu, null);
            var body = $$$"""{"Data":{"message":{{{message}}}}}""";
            var status = await Ask(
                port,
                $"POST /handle-ticket HTTP/1.1\r\nHost: localhost\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
            return status == 200
                ? new StartFigures(answered, cpu, Stopwatch.GetElapsedTime(begin).TotalMilliseconds)
                : throw new InvalidOperationException($"the first message was answered {status}");
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task<int> Ask(int port, string request)
    {
        for (var tries = 0; ; tries++)
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, port);
            }
            catch (SocketException) when (tries < 30_000)
            {
                await Task.Delay(1);
                continue;
            }

            await socket.SendAsync(Encoding.UTF8.GetBytes(request));
            var answer = new byte[64];
            var read = await socket.ReceiveAsync(answer);
            return int.Parse(Encoding.ASCII.GetString(answer, 0, read).Split(' ')[1], CultureInfo.InvariantCulture);
        }
    }

    // Nanoseconds on a processor, of each thread: finer than the hundredths of a second of the process's own times.
    private static double Cpu(int process) =>
        Directory.GetDirectories($"/proc/{process}/task").Sum(OfThread) / 1e6;

    private static double OfThread(string thread)
    {
        try
        {
            return double.Parse(File.ReadAllText(thread + "/schedstat").Split(' ')[0], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // It ended meanwhile, and with it the record of its time.
            return 0;
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
