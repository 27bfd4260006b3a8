using ItsmAi.Governance.Obligations;
using ItsmAi.Hosting.Access;
using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Pages;

/// <summary>Answers <c>/inbox</c> with what the caller owes, and leaves every other page to the next.</summary>
public sealed class InboxPages(ObligationBook book, Admit admit, WebReaction others, TimeProvider clock)
{
    public async Task<WebAnswer> Answer(WebCall call, CancellationToken stop)
    {
        if (call.Path.Trim('/') != "inbox") return await others(call, stop);
        var admission = await admit.To(Right.See, call, stop);
        if (admission is not Admission.Admitted { Caller: { } caller }) return ((Admission.Refused)admission).Answer;
        var open = await book.Open(stop);
        return InboxPage.Of(caller.Person, [.. open.Where(owed => owed.Concerns(caller.Person))], clock.GetUtcNow());
    }
}
