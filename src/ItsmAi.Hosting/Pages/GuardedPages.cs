using ItsmAi.Governance.Duties.Reviewing;
using ItsmAi.Hosting.Access;
using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Pages;

/// <summary>
/// The pages behind a token: a browser asks for a name and a password, and any viewer's token is the password. Whoever may
/// answer a decision is noted when they first open its page.
/// </summary>
public sealed class GuardedPages(WebReaction pages, Admit admit, Reviewers reviewers, TimeProvider clock)
{
    private const string Challenge = "Basic realm=\"ItsmAi: any name, and a token as the password\", charset=\"UTF-8\"";

    public async Task<WebAnswer> Answer(WebCall call, CancellationToken stop)
    {
        var admission = await admit.To(Right.See, call, stop);
        if (admission is not Admission.Admitted { Caller: { } caller })
        {
            return ((Admission.Refused)admission).Answer.With("WWW-Authenticate", Challenge);
        }

        var page = await pages(call, stop);
        if (page.Status == 200 && caller.May(Right.AnswerDecisions)
            && call.Path.Split('/', StringSplitOptions.RemoveEmptyEntries) is ["decisions", var id])
        {
            await reviewers.Opened(caller.Person, Uri.UnescapeDataString(id), clock.GetUtcNow(), stop);
        }

        return page;
    }
}
