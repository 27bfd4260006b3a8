using System.Diagnostics;
using ItsmAi.Connectors.Sqlite;
using static ItsmAi.Connectors.Tests.Sqlite.QueueStage;

namespace ItsmAi.Connectors.Tests.Sqlite.Queueing;

/// <summary>A real process is killed in the middle of accepting: what it had answered for is there.</summary>
public sealed class SuddenDeathTests
{
    private const string FolderVariable = "ITSMAI_ACCEPT_UNTIL_KILLED_IN";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(200)]
    [InlineData(900)]
    public async Task A_process_that_is_killed_loses_nothing_it_had_accepted(int after)
    {
        await using var stage = await Set();
        await stage.File.DisposeAsync();
        using var child = Start(stage);
        while (Answered(stage).Count < after)
        {
            Assert.False(child.HasExited, "the accepting process ended by itself");
            await Task.Delay(20, Stop);
        }

        child.Kill();
        await child.WaitForExitAsync(Stop);
        await stage.Restart();

        Assert.Equal("ok", stage.File.Read(session => session.Ask("PRAGMA integrity_check")));
        await AssertAllThere(stage, Answered(stage));
    }

    /// <summary>Runs in the process that is killed, and only there.</summary>
    [Fact(Explicit = true)]
    public async Task Accepts_until_it_is_killed()
    {
        var folder = Environment.GetEnvironmentVariable(FolderVariable);
        Assert.SkipWhen(folder is null, "this test is the other process of the test beside it");
        await using var file = SqliteFile.Open(Path.Combine(folder, "itsmai.db"));
        var queue = await EmbeddedQueue.In(file, new QueueOptions(), new SteppedTime(), new Random(1), Stop);
        await Task.WhenAll(
            Enumerable.Range(0, 8).Select(caller => Task.Run(() => AcceptForEver(queue, folder, caller), Stop)));
    }

    private static async Task AcceptForEver(EmbeddedQueue queue, string folder, int caller)
    {
        await using var answered = File.AppendText(Path.Combine(folder, $"{caller}.answered"));
        answered.AutoFlush = true;
        for (var number = 0; ; number++)
        {
            var (one, two) = (Told($"{caller}-{number}-a", $"{caller}"), Told($"{caller}-{number}-b", $"{caller}"));
            await queue.Accept([one, two], new byte[700], Stop);
            await answered.WriteLineAsync($"{caller}-{number}");
        }
    }

    private static async Task AssertAllThere(QueueStage stage, HashSet<string> answered)
    {
        var queued = new List<string>();
        while (await stage.Queue.Claim(8, Stop) is { Count: > 0 } claims)
        {
            foreach (var claim in claims)
            {
                queued.Add(claim.What.Id.Value["rt-main/".Length..]);
                await stage.Queue.Complete(claim, Stop);
            }
        }

        Assert.Distinct(queued);
        var calls = queued.Select(id => id[..^2]).ToHashSet();
        Assert.Subset(calls, answered);
        // Both events of a call or neither, and the inbox knows each that is queued.
        Assert.Equal(calls.Count * 2, queued.Count);
        Assert.Equal(queued.Count, (await stage.Accept([.. queued.Select(id => Told(id))])).Duplicates);
        Assert.Equal((long)queued.Count, stage.File.Read(session => session.Ask("SELECT COUNT(*) FROM inbox")));
    }

    private static HashSet<string> Answered(QueueStage stage) =>
        [.. Directory.EnumerateFiles(Path.GetDirectoryName(stage.Path)!, "*.answered").SelectMany(WholeLines)];

    private static string[] WholeLines(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd().Split('\n')[..^1];
    }

    private static Process Start(QueueStage stage) => Process.Start(new ProcessStartInfo("dotnet")
    {
        ArgumentList =
        {
            "exec", typeof(SuddenDeathTests).Assembly.Location, "-explicit", "only",
            "-method", $"{typeof(SuddenDeathTests).FullName}.{nameof(Accepts_until_it_is_killed)}",
        },
        Environment = { [FolderVariable] = Path.GetDirectoryName(stage.Path)! },
        RedirectStandardOutput = true,
        UseShellExecute = false,
    })!;
}
