using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace ItsmAi.EndToEnd.RequestTracker;

/// <summary>A real Request Tracker with our fields, rights and scrip, and two people who work in it.</summary>
internal sealed class RealDesk : IAsyncDisposable
{
    public const string Secret = "end-to-end-secret";

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private readonly Dictionary<string, string> _environment;
    private readonly string _home;

    private RealDesk(string home, Dictionary<string, string> environment)
    {
        _home = home;
        _environment = environment;
    }

    public string Url => _environment["RT_URL"];

    public string BotToken => _environment["RT_TOKEN"];

    /// <param name="hook">Where its scrip posts.</param>
    public static async Task<RealDesk> Start(string hook, CancellationToken stop)
    {
        Assert.SkipUnless(
            File.Exists("/usr/bin/apt-get"), "Request Tracker comes from Debian's archive, and this system has no apt");
        var port = Loopback.FreePort();
        var home = Path.Combine(Path.GetTempPath(), $"itsmai-e2e-rt-{port}");
        await Script("up.sh", stop, ("RT_HOME", home), ("RT_PORT", $"{port}"), ("RT_WORKERS", "3"), ("HOOK_URL", hook), ("HOOK_SECRET", Secret));
        var environment = (await File.ReadAllLinesAsync(Path.Combine(home, "env"), stop))
            .Select(line => line.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        return new RealDesk(home, environment);
    }

    /// <summary>A requester's ticket, typed in by an agent.</summary>
    public async Task<int> Open(string title, string text, CancellationToken stop)
    {
        using var answer = await Send(
            HttpMethod.Post,
            "ticket",
            _environment["RT_BO_TOKEN"],
            $$"""{"Queue":"Service Desk","Subject":{{Quoted(title)}},"Requestor":"kim@example.test","Content":{{Quoted(text)}},"ContentType":"text/plain"}""",
            stop);
        return int.Parse(Text(answer.RootElement.GetProperty("id")));
    }

    /// <summary>Ana moves the ticket by hand.</summary>
    public async Task MoveByHand(int ticket, string queue, CancellationToken stop)
    {
        using var answer = await Send(
            HttpMethod.Put, $"ticket/{ticket}", _environment["RT_ANA_TOKEN"], $$"""{"Queue":{{Quoted(queue)}}}""", stop);
    }

    /// <summary>Ana takes the ticket and sets its status.</summary>
    public async Task WorkOn(int ticket, string status, CancellationToken stop)
    {
        foreach (var json in new[] { """{"Owner":"ana"}""", $$"""{"Status":{{Quoted(status)}}}""" })
        {
            using var answer = await Send(HttpMethod.Put, $"ticket/{ticket}", _environment["RT_ANA_TOKEN"], json, stop);
        }
    }

    public async Task<string> QueueOf(int ticket, CancellationToken stop)
    {
        using var answer = await Send(HttpMethod.Get, $"ticket/{ticket}?fields%5BQueue%5D=Name", BotToken, null, stop);
        using var queue = await Send(
            HttpMethod.Get, $"queue/{Text(answer.RootElement.GetProperty("Queue").GetProperty("id"))}", BotToken, null, stop);
        return queue.RootElement.GetProperty("Name").GetString()!;
    }

    /// <summary>How many notes our account wrote on the ticket, and how often it moved it.</summary>
    public async Task<(int Notes, int Moves)> OurWrites(int ticket, CancellationToken stop)
    {
        using var answer = await Send(
            HttpMethod.Get,
            $"ticket/{ticket}/history?fields=Type,Field,Creator&per_page=100",
            BotToken,
            null,
            stop);
        var ours = answer.RootElement.GetProperty("items").EnumerateArray()
            .Where(item => item.GetProperty("Creator").GetProperty("id").GetString() == "itsmai-bot")
            .ToList();
        return (
            ours.Count(item => item.GetProperty("Type").GetString() == "Comment"),
            ours.Count(item => item.GetProperty("Type").GetString() is "Set" && item.GetProperty("Field").GetString() is "Queue"));
    }

    /// <summary>Every ticket: its status and the summary that we keep on it.</summary>
    public async Task<IReadOnlyList<(string Status, string Summary)>> All(CancellationToken stop)
    {
        using var found = await Send(HttpMethod.Get, "tickets?query=id%20%3E%200&orderby=id&per_page=100", BotToken, null, stop);
        var all = new List<(string, string)>();
        foreach (var item in found.RootElement.GetProperty("items").EnumerateArray())
        {
            using var ticket = await Send(HttpMethod.Get, $"ticket/{Text(item.GetProperty("id"))}", BotToken, null, stop);
            var summary = ticket.RootElement.GetProperty("CustomFields").EnumerateArray()
                .Where(field => field.GetProperty("name").GetString() == "AI Summary")
                .SelectMany(field => field.GetProperty("values").EnumerateArray()).Select(value => value.GetString()).FirstOrDefault();
            all.Add((ticket.RootElement.GetProperty("Status").GetString()!, summary ?? ""));
        }

        return all;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Script("down.sh", CancellationToken.None, ("RT_HOME", _home));
        Directory.Delete(_home, recursive: true);
    }

    private static async Task Script(string name, CancellationToken stop, params (string Name, string Value)[] environment)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "ItsmAi.sln"))) root = root.Parent!;
        var start = new ProcessStartInfo(Path.Combine(root.FullName, "tests", "rigs", "request-tracker", name))
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (var (key, value) in environment) start.Environment[key] = value;
        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);
        Assert.True(process.ExitCode == 0, $"{name}: {said}");
    }

    private async Task<JsonDocument> Send(HttpMethod method, string path, string token, string? json, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(method, $"{Url}/REST/2.0/{path}");
        request.Headers.TryAddWithoutValidation("Authorization", $"token {token}");
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await _http.SendAsync(request, stop);
        var body = await response.Content.ReadAsStringAsync(stop);
        Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {(int)response.StatusCode} {body}");
        return JsonDocument.Parse(body);
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text);

    private static string Text(JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText();
}
