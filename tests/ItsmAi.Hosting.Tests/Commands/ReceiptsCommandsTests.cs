using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ItsmAi.Desk.Events;
using ItsmAi.Desk.Tickets;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Receipts.Anchors;
using ItsmAi.Hosting.Commands;
using ItsmAi.Hosting.Configuration;
using ItsmAi.Hosting.Standalone;
using ItsmAi.Hosting.Tests.Files;
using Microsoft.Data.Sqlite;

namespace ItsmAi.Hosting.Tests.Commands;

public sealed class ReceiptsCommandsTests : IAsyncLifetime
{
    /// <summary>The table of the lines of the one shard that there is.</summary>
    private const string Lines = "records_1";

    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly Folder _folder = new();

    private string Kept => _folder.PathOf("data");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A receipt a day on the same ticket for ten days, anchored after each second one.</summary>
    public async ValueTask InitializeAsync()
    {
        await using var data = await DataFolder.OpenOrMake(Kept, new(), TimeProvider.System, Stop);
        using var chain = new ReceiptChain(data.Records);
        for (var day = 0; day < 10; day++)
        {
            await chain.Append(Receipt(day), Stop);
            var clock = new StoppedClock(Start.AddDays(day).AddHours(1));
            if (day % 2 == 1) await new AnchorReceipts(data.Records, Composition.Anchors(data, Bare), clock).Handle(Stop);
        }
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_holds_is_said_with_the_anchors_it_was_held_against()
    {
        var (exit, output, _) = await Run("receipts", "verify", "--data", Kept);
        var (_, json, _) = await Run("receipts", "verify", "--data", Kept, "--json");

        Assert.Equal((0, $"10 receipts hold\nheld against 5 anchors in {Kept}/anchors\n"), (exit, output));
        using var report = JsonDocument.Parse(json);
        Assert.True(report.RootElement.GetProperty("holds").GetBoolean());
        Assert.Equal((10, 5), (report.RootElement.GetProperty("verified").GetInt32(), report.RootElement.GetProperty("anchors").GetInt32()));
    }

    [Fact]
    public async Task An_edited_receipt_is_named()
    {
        Sql($"UPDATE {Lines} SET content = CAST(replace(CAST(content AS TEXT), 'reason 3', 'reason X') AS BLOB) WHERE number = 4");

        var (exit, output, _) = await Run("receipts", "verify", "--data", Kept);
        var (_, json, _) = await Run("receipts", "verify", "--data", Kept, "--json");

        Assert.Equal(1, exit);
        Assert.StartsWith($"shard {Shard}, receipt 4: receipt {Receipt(3).Id} was edited", output, StringComparison.Ordinal);
        Assert.Contains("9 receipts hold, 1 fault", output, StringComparison.Ordinal);
        using var report = JsonDocument.Parse(json);
        var fault = Assert.Single(report.RootElement.GetProperty("faults").EnumerateArray());
        Assert.Equal((4, Receipt(3).Id), (fault.GetProperty("sequence").GetInt32(), fault.GetProperty("receipt").GetString()));
    }

    [Fact]
    public async Task Receipts_cut_off_at_the_end_with_their_pointers_are_betrayed_by_the_anchors()
    {
        Sql($"DELETE FROM {Lines} WHERE number IN (9, 10)");
        Sql($"DELETE FROM records WHERE row IN ('i-{Receipt(8).Id}', 'i-{Receipt(9).Id}')");

        var (exit, output, _) = await Run("receipts", "verify", "--data", Kept);
        var copied = await Run("receipts", "verify", "--data", Kept, "--anchors", _folder.PathOf("data/anchors"));

        Assert.Equal((1, output), (exit, copied.Output));
        Assert.StartsWith($"shard {Shard}, receipts 9 to 10: gone from the end: anchor 5 saw up to 10", output, StringComparison.Ordinal);
        Directory.Move(_folder.PathOf("data/anchors"), _folder.PathOf("elsewhere"));
        Assert.Contains("no anchors in", (await Run("receipts", "verify", "--data", Kept)).Output, StringComparison.Ordinal);
        Assert.Equal(1, (await Run("receipts", "verify", "--data", Kept, "--anchors", _folder.PathOf("elsewhere"))).Exit);
    }

    [Theory]
    [InlineData("verify --anchors NOWHERE", "anchors: \"NOWHERE\" is not a folder")]
    [InlineData("export --from 2026-03-01 --out OUT", "to: \"\" is not a day or a time; use 2026-03-31")]
    [InlineData("export --from yesterday --to 2026-03-01 --out OUT", "from: \"yesterday\" is not")]
    [InlineData("export --from 2026-03-02 --to 2026-03-01 --out OUT", "to: \"2026-03-01\" is not after")]
    [InlineData("export --from 2026-03-01 --to 2026-03-02 --out KEPT", "is not an empty folder")]
    public async Task Bad_input_ends_with_2_and_names_the_field(string line, string says)
    {
        var arguments = line.Replace("OUT", _folder.PathOf("out"), StringComparison.Ordinal).Replace("KEPT", Kept, StringComparison.Ordinal);

        var (exit, output, error) = await Run(["receipts", .. arguments.Split(' '), "--data", Kept]);

        Assert.Equal((2, ""), (exit, output));
        Assert.Contains(says, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_evidence_of_a_period_is_checked_with_sha256sum_and_jq_alone()
    {
        var pack = await Pack();

        var lines = await File.ReadAllLinesAsync(Path.Combine(pack, "receipts.jsonl"), Stop);
        Assert.Equal([3L, 4, 5, 6, 7], lines.Select(line => DecisionBook.Parse(System.Text.Encoding.UTF8.GetBytes(line)).Sequence));
        using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(pack, "manifest.json"), Stop));
        Assert.Equal(5, manifest.RootElement.GetProperty("receipts").GetInt32());
        Assert.Equal(["p1", "p2"], manifest.RootElement.GetProperty("policyVersions").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(0, (await Shell("sha256sum -c SHA256SUMS", pack)).Exit);
        RequireJq();
        Assert.Equal((0, "all holds: 5 receipts, 4 anchors\n"), await Shell("sh check.sh", pack));
    }

    [Theory]
    [InlineData("receipts.jsonl", "s/reason 4/reason X/", "receipt 6: it does not follow")]
    [InlineData("receipts.jsonl", "3d", "receipt 5: it does not follow")]
    [InlineData("receipts.jsonl", "$d", "does not end as the manifest says")]
    [InlineData("anchors.jsonl", "2d", "an anchor does not follow")]
    [InlineData("anchors.jsonl", "4d;3s/\"hash\":\"[0-9a-f]\\{8\\}/\"hash\":\"00000000/", "receipt 6: not what anchor 3 saw")]
    public async Task Evidence_that_was_changed_with_its_sums_made_anew_does_not_check(string file, string edit, string says)
    {
        RequireJq();
        var pack = await Pack();
        await Shell($"sed -i '{edit}' {file} && sha256sum receipts.jsonl anchors.jsonl manifest.json README.txt check.sh > SHA256SUMS", pack);

        var (exit, output) = await Shell("sh check.sh", pack);

        Assert.NotEqual(0, exit);
        Assert.Contains(says, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_acted_is_shown_by_name_until_erased_and_every_receipt_holds()
    {
        var shown = await Run("receipts", "show", Receipt(2).Decision, "--data", Kept);
        await Run("receipts", "export", "--out", _folder.PathOf("all.jsonl"), "--data", Kept);
        var erased = await Run("people", "erase", "ana.silva", "--by", "kim", "--data", Kept);
        var after = await Run("receipts", "show", Receipt(2).Decision, "--data", Kept);

        Assert.Contains("by ana.silva", shown.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("ana.silva", await File.ReadAllTextAsync(_folder.PathOf("all.jsonl"), Stop), StringComparison.Ordinal);
        Assert.Equal(0, erased.Exit);
        Assert.Contains("by p-", after.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Run("receipts", "verify", "--data", Kept)).Exit);
        Assert.Equal(2, (await Run("people", "erase", "ana.silva", "--by", "kim", "--data", Kept)).Exit);
        Assert.Equal(2, (await Run("people", "erase", "ana.silva", "--by", " ", "--data", Kept)).Exit);
    }

    private static ItsmAiConfiguration Bare => ItsmAiConfiguration.Bare;

    private static int Shard => ReceiptAddress.ShardIn(Receipt(0).Id)!.Value;

    private static Receipt Receipt(int day)
    {
        var decision = ReceiptAddress.DecisionOn("rt-main:61", "Route", $"day {day}");
        return new Receipt
        {
            Id = $"{decision}-decided",
            Kind = ReceiptKind.Decided,
            At = Start.AddDays(day),
            Decision = decision,
            Subject = new TicketId(new ConnectionName("rt-main"), "61"),
            Actor = day % 2 == 0 ? "ana.silva" : "itsmai",
            Because = $"reason {day}",
            PolicyVersion = day < 5 ? "p1" : "p2",
        };
    }

    /// <summary>The third to the seventh day.</summary>
    private async Task<string> Pack()
    {
        var pack = _folder.PathOf("pack");
        var (exit, _, error) = await Run("receipts", "export", "--from", "2026-03-03", "--to", "2026-03-07", "--out", pack, "--data", Kept);
        Assert.True(exit == 0, error);
        return pack;
    }

    [SuppressMessage("Security", "CA2100", Justification = "A burglar's hand.")]
    private void Sql(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Kept, "itsmai.db")};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.NotEqual(0, command.ExecuteNonQuery());
    }

    private static void RequireJq() =>
        Assert.SkipUnless(File.Exists("/usr/bin/jq"), "jq is not installed; run as root: tests/setup/jq.sh");

    private static async Task<(int Exit, string Output)> Shell(string command, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"{command} 2>&1"])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false,
        })!;
        var output = await process.StandardOutput.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        return (process.ExitCode, output);
    }

    private static async Task<(int Exit, string Output, string Error)> Run(params string[] args)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await using var error = new StringWriter { NewLine = "\n" };
        var exit = await Cli.Run(args, output, error, TimeProvider.System, Stop);
        return (exit, output.ToString(), error.ToString());
    }

    private sealed class StoppedClock(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }
}
