using System.CommandLine;
using System.Text.Json;
using ItsmAi.Connectors.Policies;
using ItsmAi.Governance.Policy.Keeping;
using ItsmAi.Governance.Policy.Replaying;
using ItsmAi.Governance.Receipts;

namespace ItsmAi.Hosting.Commands.Receipts;

/// <summary>
/// <c>itsmai receipts replay DECISION</c>: decides again from what the receipt keeps, under the policy that it names; 1
/// where something else comes out.
/// </summary>
internal static class ReplayCommand
{
    public static Command Build(TextWriter output, TextWriter error, TimeProvider clock)
    {
        var id = new Argument<string>("DECISION") { Description = "The decision's id, as notes and pages show it." };
        var data = DataOption.New();
        var json = JsonOption.New();
        var command = new Command("replay", "Decide again from what a receipt keeps, and compare.") { id, data, json };
        command.SetAction(async (parsed, stop) =>
        {
            await using var folder = await DataOption.Open(parsed.GetRequiredValue(data), clock, stop);
            var decision = parsed.GetRequiredValue(id);
            var steps = await new DecisionBook(folder.Records).Find(decision, stop);
            if (steps.FirstOrDefault(line => line.Receipt.Kind == ReceiptKind.Decided)?.Receipt is not { } decided)
            {
                await error.WriteLineAsync($"DECISION: \"{decision}\" is not known");
                return Cli.WrongUsage;
            }

            if (await new PolicyShelf(folder.Records).Find(decided.PolicyVersion ?? "", stop) is not { } kept
                || PolicyFile.Read(kept.Text).Policy is not { } policy)
            {
                await error.WriteLineAsync($"policy: version \"{decided.PolicyVersion}\" is not kept, so {decision} cannot be replayed");
                return Cli.WrongUsage;
            }

            var replay = DecisionReplay.Of(decided, policy);
            if (parsed.GetValue(json)) JsonReport.Write(output, writer => Write(writer, decided, replay));
            else await output.WriteLineAsync(Text(decided, replay));
            return replay.IsSame ? Cli.Ok : Cli.Finding;
        });
        return command;
    }

    private static string Text(Receipt decided, DecisionReplay replay) => replay.IsSame
        ? $"{decided.Decision}: {replay.Recorded}, and the same when replayed under policy {decided.PolicyVersion}"
        : $"{decided.Decision}: recorded {replay.Recorded}\n"
            + $"{decided.Decision}: replayed {replay.Replayed} under policy {decided.PolicyVersion}";

    private static void Write(Utf8JsonWriter json, Receipt decided, DecisionReplay replay)
    {
        json.WriteString("decision", decided.Decision);
        json.WriteString("policy", decided.PolicyVersion);
        json.WriteBoolean("same", replay.IsSame);
        Write(json, "recorded", replay.Recorded);
        Write(json, "replayed", replay.Replayed);
    }

    private static void Write(Utf8JsonWriter json, string name, Answered answered)
    {
        json.WriteStartObject(name);
        json.WriteString("verdict", answered.Verdict.ToString());
        json.WriteString("level", answered.Level.ToString());
        json.WriteString("rule", answered.Rule);
        json.WriteEndObject();
    }
}
