using System.Text;
using ItsmAi.Desk.People;
using ItsmAi.Governance.Obligations;
using ItsmAi.Governance.Obligations.Endings;
using ItsmAi.Hosting.Access;
using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Reactions;

/// <summary>Lets people see what they owe, say that they have it, and say how it ended.</summary>
public sealed class ObligationsAsked(ObligationBook book, EndObligation endings, Admit admit)
{
    private const string Acknowledge = "acknowledge";

    public async Task<WebAnswer> List(WebCall call, CancellationToken stop)
    {
        var admission = await admit.To(Right.See, call, stop);
        if (admission is not Admission.Admitted { Caller: { } caller }) return ((Admission.Refused)admission).Answer;
        var owner = call.Query.TryGetValue("owner", out var asked) && asked.Length > 0 ? new Person(asked) : caller.Person;
        if (owner != caller.Person && !Roles.May(caller.Role, Right.SeeAllObligations))
        {
            return WebAnswer.Error(
                403, $"owner: \"{owner}\" is not you; to see what others owe takes {Roles.WhoMay(Right.SeeAllObligations)}");
        }

        var open = await book.Open(stop);
        return WebAnswer.Json(200, Encoding.UTF8.GetBytes(ObligationBook.Json([.. open.Where(owed => owed.Concerns(owner))])));
    }

    public async Task<WebAnswer> End(WebCall call, CancellationToken stop)
    {
        var admission = await admit.To(Right.EndOwnObligations, call, stop);
        if (admission is not Admission.Admitted { Caller: { } caller }) return ((Admission.Refused)admission).Answer;
        var (id, word) = (call.RouteValues["id"], call.RouteValues["disposition"]);
        var owed = await book.Find(id, stop);
        if (owed is not null && !owed.Concerns(caller.Person) && !Roles.May(caller.Role, Right.EndObligations))
        {
            return WebAnswer.Error(403, $"id: you do not owe \"{id}\"; to end it takes {Roles.WhoMay(Right.EndObligations)}");
        }

        if (owed is null) return WebAnswer.Error(404, $"id: there is no obligation \"{id}\"");
        if (word.Equals(Acknowledge, StringComparison.OrdinalIgnoreCase)) return await Take(owed, caller, stop);
        if (DispositionName.Read(word) is not { } disposition)
        {
            return WebAnswer.Error(
                404, $"disposition: \"{word}\" is none; there are {string.Join(", ", DispositionName.All)}, and {Acknowledge}");
        }

        var (ending, wrong) = EndingBody.Read(disposition, caller.Person, call.Body);
        if (ending is null) return WebAnswer.Error(400, wrong!);
        return await endings.Handle(id, ending, stop) is { } refusal ? Refused(refusal) : await Shown(id, stop);
    }

    private async Task<WebAnswer> Take(Obligation owed, Caller caller, CancellationToken stop)
    {
        if (!owed.Concerns(caller.Person)) return WebAnswer.Error(403, $"id: you do not owe \"{owed.Id}\"");
        await book.Acknowledge(owed.Id, caller.Person, stop);
        return await Shown(owed.Id, stop);
    }

    private async Task<WebAnswer> Shown(string id, CancellationToken stop) =>
        WebAnswer.Json(200, Encoding.UTF8.GetBytes(ObligationBook.Json([(await book.Find(id, stop))!])));

    private static WebAnswer Refused(EndingRefusal refusal) => WebAnswer.Error(
        refusal switch { { IsUnknown: true } => 404, { IsOver: true } => 409, { Field: "by" } => 403, _ => 400 }, refusal.ToString());
}
