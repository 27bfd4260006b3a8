using System.Text.Json;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Autonomy;
using ItsmAi.Hosting.Access;
using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Reactions;

/// <summary>Lets people see what classes have earned, and approve or reject the promotions that are proposed.</summary>
public sealed class AutonomyAsked(Standings standings, Promotions promotions, Admit admit)
{
    public async Task<WebAnswer> List(WebCall call, CancellationToken stop)
    {
        if (await admit.To(Right.See, call, stop) is Admission.Refused refused) return refused.Answer;
        return WebAnswer.Json(200, StandingJson.Write(await standings.All(stop).ToListAsync(stop)));
    }

    public async Task<WebAnswer> Answer(WebCall call, CancellationToken stop)
    {
        var admission = await admit.To(Right.AnswerDecisions, call, stop);
        if (admission is not Admission.Admitted { Caller: { } caller }) return ((Admission.Refused)admission).Answer;
        var id = call.RouteValues["proposal"];
        var obstacle = call.RouteValues["answer"] switch
        {
            "approve" => await promotions.Approve(id, caller.Person, stop),
            "reject" => await Reject(id, call.Body, caller.Person, stop),
            var other => $"answer: \"{other}\" is none; there are approve and reject",
        };
        return obstacle is null ? WebAnswer.Json(200, """{"done":true}"""u8.ToArray()) : WebAnswer.Error(409, obstacle);
    }

    private async Task<string?> Reject(string id, ReadOnlyMemory<byte> body, Person by, CancellationToken stop) =>
        ReasonIn(body) is { Length: > 0 } reason
            ? await promotions.Reject(id, reason, by, stop)
            : "body: send {\"reason\": \"…\"}; it stands on the receipt";

    private static string? ReasonIn(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("reason", out var reason) && reason.ValueKind == JsonValueKind.String
                ? reason.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
