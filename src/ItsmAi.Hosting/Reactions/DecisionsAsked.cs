using System.Text.Json;
using ItsmAi.Desk.Events;
using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Governance.Duties.Reviewing;
using ItsmAi.Governance.Policy;
using ItsmAi.Governance.Receipts;
using ItsmAi.Governance.Records;
using ItsmAi.Hosting.Access;
using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Reactions;

/// <summary>
/// Lets people see decisions and answer them. An answer is an event in the ticket's own order: nothing is written to a
/// desk while a browser waits.
/// </summary>
public sealed class DecisionsAsked(
    DecisionBook book, IEventIntake intake, Admit admit, Reviewers reviewers, TimeProvider clock)
{
    /// <summary>The latest of each shard; a page for people, not an export.</summary>
    private const int PerShard = 50;

    private const int LongestRemark = 500;

    public async Task<WebAnswer> List(WebCall call, CancellationToken stop)
    {
        if (await admit.To(Right.See, call, stop) is Admission.Refused refused) return refused.Answer;
        var latest = await book.Latest(PerShard, stop);
        return WebAnswer.Json(200, DecisionJson.Lines(latest.Where(line => line.Receipt.Kind == ReceiptKind.Decided)));
    }

    public async Task<WebAnswer> Show(WebCall call, CancellationToken stop)
    {
        var admission = await admit.To(Right.See, call, stop);
        if (admission is not Admission.Admitted { Caller: { } caller }) return ((Admission.Refused)admission).Answer;
        var steps = await book.Find(call.RouteValues["id"], stop);
        if (steps is not [{ Receipt.Decision: var decision }, ..]) return Unknown(call);
        if (caller.May(Right.AnswerDecisions)) await reviewers.Opened(caller.Person, decision, clock.GetUtcNow(), stop);
        return WebAnswer.Json(200, DecisionJson.Lines(steps));
    }

    public async Task<WebAnswer> Take(WebCall call, CancellationToken stop)
    {
        var admission = await admit.To(Right.AnswerDecisions, call, stop);
        if (admission is not Admission.Admitted { Caller: { } caller }) return ((Admission.Refused)admission).Answer;
        if (KindOf(call.RouteValues["answer"]) is not { } kind)
        {
            return WebAnswer.Error(404, $"answer: \"{call.RouteValues["answer"]}\" is none; there are approve, reject and undo");
        }

        var steps = await book.Find(call.RouteValues["id"], stop);
        if (steps is not [{ Receipt: { Subject: { } subject } decided }, ..]) return Unknown(call);
        if (Obstacle(kind, steps) is { } obstacle) return WebAnswer.Error(409, obstacle);
        if (!TryReadRemark(call.Body, out var remark)) return WebAnswer.Error(400, RemarkExpected);
        var now = clock.GetUtcNow();
        var answer = new Event
        {
            // Each click is an event of its own: the receipts make a repetition harmless, and one that was refused may be given again.
            Id = new Desk.Events.EventId($"itsmai/{decided.Decision}/{kind}/{Guid.CreateVersion7(now)}"),
            Kind = kind,
            Subject = subject,
            OccurredAt = now,
            ReceivedAt = now,
            Actor = caller.Person,
            Decision = decided.Decision,
            Remark = remark,
        };
        return await Accept(answer, call.Body, stop);
    }

    private async Task<WebAnswer> Accept(Event answer, ReadOnlyMemory<byte> raw, CancellationToken stop)
    {
        try
        {
            await intake.Accept([answer], raw, stop);
            return WebAnswer.Json(202, """{"accepted":true}"""u8.ToArray());
        }
        catch (StoreUnavailableException)
        {
            return WebAnswer.Error(503, "it cannot be stored now; send it again").With("Retry-After", "5");
        }
    }

    private static string RemarkExpected =>
        $"body: send nothing, or {{\"remark\": \"…\"}} with at most {LongestRemark} characters";

    private static WebAnswer Unknown(WebCall call) =>
        WebAnswer.Error(404, $"id: there is no decision \"{call.RouteValues["id"]}\"");

    private static EventKind? KindOf(string answer) => answer switch
    {
        "approve" => EventKind.DecisionApproved,
        "reject" => EventKind.DecisionRejected,
        "undo" => EventKind.DecisionUndone,
        _ => null,
    };

    /// <summary>Why the answer cannot be given to the decision as it stands, or null.</summary>
    private static string? Obstacle(EventKind kind, IReadOnlyList<ReceiptLine> steps)
    {
        bool Has(ReceiptKind step) => steps.Any(line => line.Receipt.Kind == step);
        if (kind == EventKind.DecisionUndone)
        {
            return Has(ReceiptKind.Undone) ? "it is undone already" : Acted(steps) ? null : "nothing was done, so there is nothing to undo";
        }

        if (steps[0].Receipt.Verdict != Verdict.Propose) return "it is not a proposal";
        if (kind == EventKind.DecisionApproved && steps[0].Receipt.Level != AutonomyLevel.ApproveFirst)
        {
            return AnswerDecision.LeftToAPerson;
        }

        // Approved and held by a stop, it can be approved again.
        if (steps.Any(line => line.Receipt.Id.Contains("-approved-", StringComparison.Ordinal))) return "it is approved already";
        return Has(ReceiptKind.Rejected) ? "it is rejected already" : null;
    }

    private static bool Acted(IReadOnlyList<ReceiptLine> steps) => steps.Any(line => line.Receipt.Kind == ReceiptKind.Applied
        && (steps[0].Receipt.Verdict == Verdict.Act || line.Receipt.Id.EndsWith("-approved-applied", StringComparison.Ordinal)));

    private static bool TryReadRemark(ReadOnlyMemory<byte> body, out string? remark)
    {
        remark = null;
        if (body.IsEmpty) return true;
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object) return false;
            if (!document.RootElement.TryGetProperty("remark", out var said)) return true;
            remark = said.ValueKind == JsonValueKind.String ? said.GetString() : null;
            return remark?.Length <= LongestRemark;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
