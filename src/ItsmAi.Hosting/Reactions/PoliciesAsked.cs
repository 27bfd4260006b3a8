using System.Text;
using System.Text.Json;
using ItsmAi.Governance.Policy.Keeping;
using ItsmAi.Governance.Policy.Replaying;
using ItsmAi.Governance.Records;
using ItsmAi.Hosting.Access;
using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Reactions;

/// <summary>Lets people put a policy forward and approve somebody else's.</summary>
public sealed class PoliciesAsked(PolicyBook book, Admit admit)
{
    public async Task<WebAnswer> List(WebCall call, CancellationToken stop)
    {
        if (await admit.To(Right.See, call, stop) is Admission.Refused refused) return refused.Answer;
        var active = await book.Shelf.Active(stop);
        var kept = new List<(KeptPolicy Policy, IReadOnlyList<PolicySignature> Authors, IReadOnlyList<PolicySignature> Approvals)>();
        await foreach (var one in book.Shelf.All(stop))
        {
            kept.Add((one, await book.Shelf.Authors(one.Version, stop),
                await book.Shelf.Approvals(one.Version, (active?.Sequence ?? 0) + 1, stop)));
        }

        return Json(200, json =>
        {
            json.WriteString("active", active?.Version);
            json.WriteStartArray("policies");
            foreach (var one in kept.OrderBy(one => one.Policy.At)) Write(json, one.Policy, one.Authors, one.Approvals);
            json.WriteEndArray();
        });
    }

    /// <summary>The body is the policy's text; whoever sends it is its author.</summary>
    public async Task<WebAnswer> Propose(WebCall call, CancellationToken stop)
    {
        var admission = await admit.To(Right.ActivatePolicy, call, stop);
        if (admission is not Admission.Admitted { Caller: { } caller }) return ((Admission.Refused)admission).Answer;
        return await Answer(() => book.Propose(Encoding.UTF8.GetString(call.Body.Span), caller.Person, stop));
    }

    public async Task<WebAnswer> Approve(WebCall call, CancellationToken stop)
    {
        var admission = await admit.To(Right.ActivatePolicy, call, stop);
        if (admission is not Admission.Admitted { Caller: { } caller }) return ((Admission.Refused)admission).Answer;
        return await Answer(() => book.Approve(call.RouteValues["version"], caller.Person, stop));
    }

    private static async Task<WebAnswer> Answer(Func<Task<PolicyAnswer>> ask)
    {
        try
        {
            return Answer(await ask());
        }
        catch (StoreUnavailableException)
        {
            return WebAnswer.Error(503, "it cannot be stored now; send it again").With("Retry-After", "5");
        }
    }

    private static WebAnswer Answer(PolicyAnswer answer) => answer switch
    {
        PolicyAnswer.Proposed one => Json(201, json => Write(json, one.Version, "proposed", one.Replay)),
        PolicyAnswer.ApprovedInPart one => Json(202, json => Write(json, one.Version, "needs a second person's approval", one.Replay)),
        PolicyAnswer.Activated one => Json(200, json => Write(json, one.Version, "in force", one.Replay)),
        PolicyAnswer.Unreadable one => WebAnswer.Error(400, $"body: {one.Problem}"),
        PolicyAnswer.Unknown one => WebAnswer.Error(404, one.Says),
        PolicyAnswer.Refused one => WebAnswer.Error(409, one.Says),
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "an answer of no kind"),
    };

    private static void Write(
        Utf8JsonWriter json, KeptPolicy policy, IReadOnlyList<PolicySignature> authors, IReadOnlyList<PolicySignature> approvals)
    {
        json.WriteStartObject();
        json.WriteString("version", policy.Version);
        json.WriteString("keptAt", policy.At);
        json.WriteStartArray("authors");
        foreach (var one in authors) json.WriteStringValue(one.Account);
        json.WriteEndArray();
        json.WriteStartArray("approvals");
        foreach (var one in approvals) json.WriteStringValue(one.Account);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string version, string state, ReplayReport? replay)
    {
        json.WriteString("version", version);
        json.WriteString("state", state);
        if (replay is null) return;
        json.WriteStartObject("replay");
        ReplayJson.Write(json, replay);
        json.WriteEndObject();
    }

    private static WebAnswer Json(int status, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return WebAnswer.Json(status, buffer.ToArray());
    }
}
