using System.CommandLine;
using System.Text;
using System.Text.Json;
using ItsmAi.Governance.Receipts;

namespace ItsmAi.Hosting.Commands.Receipts;

/// <summary><c>itsmai receipts verify</c>: 0 where every receipt holds, 1 where one does not.</summary>
internal static class VerifyCommand
{
    public static Command Build(TextWriter output, TimeProvider clock)
    {
        var data = DataOption.New();
        var json = JsonOption.New();
        var command = new Command("verify", "Find every receipt that was edited, removed, inserted or reordered.") { data, json };
        command.SetAction(async (parsed, stop) =>
        {
            await using var folder = await DataOption.Open(parsed.GetRequiredValue(data), clock, stop);
            var report = await VerifyReceipts.Walk(folder.Records, stop);
            await output.WriteLineAsync(parsed.GetValue(json) ? Json(report) : Text(report));
            return report.Holds ? Cli.Ok : Cli.Finding;
        });
        return command;
    }

    private static string Text(VerificationReport report) => report.Holds
        ? $"{report.Verified} receipts hold"
        : string.Join('\n', report.Faults.Select(fault => fault.ToString()))
            + $"\n{report.Verified} receipts hold, {report.Faults.Count} faults";

    private static string Json(VerificationReport report)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteBoolean("holds", report.Holds);
            json.WriteNumber("verified", report.Verified);
            json.WriteStartArray("faults");
            foreach (var fault in report.Faults)
            {
                json.WriteStartObject();
                json.WriteNumber("shard", fault.Shard);
                json.WriteNumber("sequence", fault.Sequence);
                json.WriteString("says", fault.Says);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
