using ItsmAi.Governance.Actions;
using ItsmAi.Governance.Actions.Drills;
using ItsmAi.Hosting.Access;
using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Reactions.Brakes;

/// <summary>Lets people stop automation, let it go on and try the brake. It works at once, whatever waits in a queue.</summary>
public sealed class BrakesAsked(StopSwitch stopSwitch, StopDrill drill, Admit admit)
{
    public async Task<WebAnswer> Flip(WebCall call, CancellationToken stop)
    {
        var verb = call.RouteValues["verb"];
        var admission = await admit.To(verb == "stop" ? Right.Stop : Right.Resume, call, stop);
        if (admission is not Admission.Admitted { Caller.Person: var by }) return ((Admission.Refused)admission).Answer;
        if (verb is not ("stop" or "resume" or "drill"))
        {
            return WebAnswer.Error(404, $"brakes: \"{verb}\" is none; there are stop, resume and drill");
        }

        if (BrakeBody.Read(call.Body) is not { Reason: { } reason } asked) return WebAnswer.Error(400, BrakeBody.Expected);
        return verb switch
        {
            "stop" => Of(await stopSwitch.Stop(asked.Action, by, reason, stop)),
            "resume" => Of(await stopSwitch.Resume(asked.Action, by, reason, stop)),
            _ => Of(await drill.Hold(by, reason, stop)),
        };
    }

    private static WebAnswer Of(StopAnswer answer) => answer switch
    {
        StopAnswer.Flipped flipped => WebAnswer.Json(200, BrakeBody.Write(flipped)),
        StopAnswer.Refused refused => WebAnswer.Error(403, refused.Because.Says),
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "an answer that the brake does not know"),
    };

    private static WebAnswer Of(DrillAnswer answer) => answer switch
    {
        DrillAnswer.Held held => WebAnswer.Json(200, BrakeBody.Write(held.Report)),
        DrillAnswer.Refused refused => WebAnswer.Error(403, refused.Because.Says),
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "an answer that the drill does not know"),
    };
}
