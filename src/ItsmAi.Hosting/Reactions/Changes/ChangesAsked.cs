using System.Buffers;
using System.Text.Json;
using ItsmAi.Changes.Ledger;
using ItsmAi.Changes.Raising;
using ItsmAi.Changes.Requests;
using ItsmAi.Changes.Reviews;
using ItsmAi.Changes.Standing;
using ItsmAi.Governance.Duties;
using ItsmAi.Hosting.Access;
using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Reactions.Changes;

/// <summary>Shows the changes with their ledger, and takes a person's step: only people approve, and the law says which.</summary>
/// <param name="laws">Null where the configuration keeps no changes.</param>
public sealed class ChangesAsked(
    ChangeCases book,
    Reinstatements models,
    ChangeLaws? laws,
    ChangeDuties? owed,
    SegregationOfDuties duties,
    Admit admit,
    TimeProvider clock)
{
    private const string Reinstate = "REINSTATE";

    public async Task<WebAnswer> List(WebCall call, CancellationToken stop)
    {
        var admission = await admit.To(Right.See, call, stop);
        if (admission is Admission.Refused refused) return refused.Answer;
        var (cases, now) = (await book.All(stop), clock.GetUtcNow());
        return WebAnswer.Json(200, Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("changes");
            foreach (var one in cases) Write(writer, one, now);
            writer.WriteEndArray();
            WriteLedger(writer, cases, now);
            writer.WriteEndObject();
        }));
    }

    public async Task<WebAnswer> Step(WebCall call, CancellationToken stop)
    {
        var (id, step) = (call.RouteValues["change"], call.RouteValues["step"]);
        var decides = step.ToUpperInvariant() is "APPROVE" or "SIGN" or "REJECT" or "ACCEPT-RISK" or Reinstate;
        var admission = await admit.To(decides ? Right.AnswerDecisions : Right.EndObligations, call, stop);
        if (admission is not Admission.Admitted { Caller: { } caller }) return ((Admission.Refused)admission).Answer;
        if (step.Equals(Reinstate, StringComparison.OrdinalIgnoreCase)) return await ReinstateModel(id, caller, stop);
        if (!StepBody.Steps.ContainsKey(step))
        {
            var steps = string.Join(", ", StepBody.Steps.Keys);
            return WebAnswer.Error(404, $"step: \"{step}\" is none; there are {steps}, and reinstate for models");
        }

        if (laws is null || owed is null || await book.Find(id, stop) is not { } found)
            return WebAnswer.Error(404, $"change: there is no change \"{id}\"");
        if (found is { IsSettled: true, Change.State: ChangeState.EmergencyCandidate })
            return WebAnswer.Error(409, "change: its time is past; make another for what is to be done now");
        var (body, wrong) = StepBody.Read(step, call.Body);
        if (body is null) return WebAnswer.Error(400, wrong!);
        if (step.Equals("accept-risk", StringComparison.OrdinalIgnoreCase)
            && duties.OfRiskAcceptance(caller.Person, found.Owner) is { } notTheirs) return WebAnswer.Error(403, notTheirs.Says);

        var (now, cases) = (clock.GetUtcNow(), await book.All(stop));
        var law = laws.For(id, cases);
        var earlier = ChangeLaws.EarlierAiChanges(found.Change, cases);
        var leave = laws.Leave(found.Change, cases, await models.All(stop), now);
        var (taken, field) = body.As(step, found, leave, earlier, caller.Person, now);
        if (taken is null) return WebAnswer.Error(400, field!);
        Refusal? refusal = null;
        var after = await book.Alter(
            found,
            one =>
            {
                var answer = one.Change.Apply(taken, law);
                refusal = (answer as ChangeAnswer.Refused)?.Why;
                return answer is ChangeAnswer.Moved moved ? one with { Change = moved.Now } : one;
            },
            stop);
        if (refusal is { } why) return WebAnswer.Error(409, why.Says);
        if (step.Equals("accept-risk", StringComparison.OrdinalIgnoreCase)) await owed.RiskAccepted(after, now, stop);
        await owed.Follow(after, now, stop);
        return WebAnswer.Json(200, Json(writer => Write(writer, after, now)));
    }

    /// <summary>A suspended model is trusted again, once the reviews are held, by somebody who did not write it.</summary>
    private async Task<WebAnswer> ReinstateModel(string id, Caller caller, CancellationToken stop)
    {
        if (laws?.Model(id) is not { } model) return WebAnswer.Error(404, $"model: the catalogue has no model \"{id}\"");
        var (now, cases) = (clock.GetUtcNow(), await book.All(stop));
        var standing = laws.StandingOf(model, cases, await models.All(stop), now);
        IReadOnlyList<ChangeReview> held = [.. cases.Select(one => one.Change.Review).OfType<ChangeReview>()];
        var (reinstated, refusal) = JudgeStanding.Reinstate(model, standing, held, caller.Person, duties, now);
        if (reinstated is null) return WebAnswer.Error(409, refusal!.Says);
        await models.Keep(reinstated, stop);
        return WebAnswer.Json(200, Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("model", model.Label);
            writer.WriteString("reinstatedAt", reinstated.At);
            writer.WriteEndObject();
        }));
    }

    private static void Write(Utf8JsonWriter writer, ChangeCase one, DateTimeOffset now)
    {
        var (change, entry) = (one.Change, one.Entry(now));
        writer.WriteStartObject();
        writer.WriteString("id", change.Id);
        writer.WriteString("model", change.Model);
        writer.WriteString("item", change.Item.Id);
        writer.WriteString("state", change.State.ToString());
        writer.WriteString("standing", WriteChangeText.Standing(change));
        writer.WriteString("ticket", one.Ticket?.Key);
        writer.WriteString("predictedAt", change.PredictedAt);
        writer.WriteString("failsAt", change.FailsAt);
        Write(writer, "start", change.Start);
        Write(writer, "latestSafeStart", change.LatestSafeStart);
        Write(writer, "decisionDue", change.DecisionDue);
        Write(writer, "implementedAt", change.ImplementedAt);
        writer.WriteString("outcome", entry.Outcome.ToString());
        writer.WriteString("says", entry.Says);
        Write(writer, "slackHours", entry.Times.Slack?.TotalHours);
        writer.WriteStartArray("bottlenecks");
        foreach (var stage in entry.Split.Bottlenecks) writer.WriteStringValue(stage.ToString());
        writer.WriteEndArray();
        writer.WriteStartArray("evidence");
        foreach (var each in entry.Evidence) writer.WriteStringValue(each);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Each figure with its n, or that it is not measurable.</summary>
    private void WriteLedger(Utf8JsonWriter writer, IReadOnlyList<ChangeCase> cases, DateTimeOffset now)
    {
        var margin = laws?.Margin ?? TimeSpan.Zero;
        var summary = LeadTimeSummary.Of([.. cases.Select(one => one.Entry(now))], ChangeLaws.Results(cases), margin);
        writer.WriteStartObject("ledger");
        writer.WriteNumber("predictions", summary.Predictions);
        writer.WriteString("prevented", summary.Prevented.ToString());
        writer.WriteString("slackKept", summary.SlackKept.ToString());
        writer.WriteString("changeSuccess", summary.ChangeSuccess.ToString());
        writer.WriteString("lead", summary.Lead.ToString());
        writer.WriteString("slack", summary.Slack.ToString());
        writer.WriteString("decisionLatency", summary.DecisionLatency.ToString());
        writer.WriteStartArray("bottlenecks");
        foreach (var stage in summary.Bottlenecks) writer.WriteStringValue(stage.ToString());
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, DateTimeOffset? moment)
    {
        if (moment is { } known) writer.WriteString(name, known);
    }

    private static void Write(Utf8JsonWriter writer, string name, double? number)
    {
        if (number is { } known) writer.WriteNumber(name, Math.Round(known, 2));
    }

    private static byte[] Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) write(writer);
        return buffer.WrittenSpan.ToArray();
    }
}
