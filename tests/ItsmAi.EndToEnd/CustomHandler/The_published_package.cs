using System.Diagnostics;
using System.Text.Json;

namespace ItsmAi.EndToEnd.CustomHandler;

public sealed class The_published_package
{
    private static readonly string[] Functions =
    [
        "answer-decision", "approve-policy", "handle-ticket", "health", "list-decisions", "list-policies", "propose-policy",
        "receive-ticket", "reconcile-desks", "resend-accepted", "show-decision", "verify-receipts",
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_be_a_function_app_and_nothing_else()
    {
        var package = await Package();
        var files = Directory.EnumerateFiles(package, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(package, file).Replace('\\', '/')).ToList();

        Assert.Equal(Functions.Select(name => name + "/function.json"), files.Where(file => file.Contains('/')).Order(StringComparer.Ordinal));
        Assert.Equal(["host.json", "itsmai", "libe_sqlite3.so"], files.Where(file => !file.Contains('/')).Order(StringComparer.Ordinal));
        Assert.True(!OperatingSystem.IsWindows() && File.GetUnixFileMode(Path.Combine(package, "itsmai")).HasFlag(UnixFileMode.UserExecute));
        using var host = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(package, "host.json"), Stop));
        Assert.Equal(
            "itsmai",
            host.RootElement.GetProperty("customHandler").GetProperty("description").GetProperty("defaultExecutablePath").GetString());
    }

    private static async Task<string> Package()
    {
        if (Environment.GetEnvironmentVariable("ITSMAI_PUBLISHED") is { Length: > 0 } published) return published;
        var folder = Path.Combine(Repository.Root, "artifacts/publish/end-to-end");
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        using var publish = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "publish", "src/ItsmAi.Hosting", "-c", "Release", "-r", "linux-x64", "-o", folder, "-v", "quiet" },
            WorkingDirectory = Repository.Root,
            UseShellExecute = false,
        })!;
        await publish.WaitForExitAsync(Stop);
        Assert.Equal(0, publish.ExitCode);
        return folder;
    }
}
