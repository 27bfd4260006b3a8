using System.CommandLine;
using System.Text.Json;
using ItsmAi.Governance.Receipts;

namespace ItsmAi.Hosting.Commands.Receipts;

/// <summary><c>itsmai receipts verify</c>: 0 where every receipt and anchor holds, 1 where one does not.</summary>
internal static class VerifyCommand
{
    public static Command Build(TextWriter output, TextWriter error, TimeProvider clock)
    {
        var data = DataOption.New();
        var place = AnchorsOption.New();
        var json = JsonOption.New();
        var command = new Command(
            "verify", "Find every receipt that was edited, removed, inserted, reordered, rewritten or cut off.")
        {
            data, place, json,
        };
        command.SetAction(async (parsed, stop) =>
        {
            await using var folder = await DataOption.Open(parsed.GetRequiredValue(data), clock, stop);
            var anchors = AnchorsOption.Open(parsed.GetValue(place), folder);
            var bar = new ProgressBar(error, clock, "verifying");
            var report = await VerifyReceipts.Walk(folder.Records, anchors, bar, stop);
            bar.Clear();
            if (parsed.GetValue(json)) JsonReport.Write(output, writer => Write(writer, report));
            else await Say(output, report, anchors.Folder);
            return report.Holds ? Cli.Ok : Cli.Finding;
        });
        return command;
    }

    private static async Task Say(TextWriter output, VerificationReport report, string anchors)
    {
        foreach (var fault in report.Faults) await output.WriteLineAsync(Plain.Line(fault.ToString()));
        var faults = report.Faults.Count switch
        {
            0 => "",
            1 => ", 1 fault",
            var count => $", {count} faults",
        };
        await output.WriteLineAsync($"{report.Verified} receipts hold{faults}");
        await output.WriteLineAsync(report.Anchors > 0
            ? $"held against {report.Anchors} anchors in {anchors}"
            : $"no anchors in {anchors}: whether all was rewritten, or the end cut off, cannot be told");
    }

    private static void Write(Utf8JsonWriter json, VerificationReport report)
    {
        json.WriteBoolean("holds", report.Holds);
        json.WriteNumber("verified", report.Verified);
        json.WriteNumber("anchors", report.Anchors);
        json.WriteStartArray("faults");
        foreach (var fault in report.Faults)
        {
            json.WriteStartObject();
            if (fault.Shard is { } shard) json.WriteNumber("shard", shard);
            json.WriteNumber(fault.Shard is null ? "anchor" : "sequence", fault.Sequence);
            if (fault.Until is { } until) json.WriteNumber("until", until);
            if (fault.Receipt is { } receipt) json.WriteString("receipt", receipt);
            json.WriteString("says", fault.Says);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
