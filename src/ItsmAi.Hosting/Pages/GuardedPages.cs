using ItsmAi.Hosting.Access;
using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Pages;

/// <summary>
/// The pages behind a token: a browser asks for a name and a password, and any viewer's token is the password.
/// </summary>
public sealed class GuardedPages(WebReaction pages, Admit admit)
{
    private const string Challenge = "Basic realm=\"ItsmAi: any name, and a token as the password\", charset=\"UTF-8\"";

    public async Task<WebAnswer> Answer(WebCall call, CancellationToken stop) =>
        await admit.To(Right.See, call, stop) is Admission.Refused { Answer: var answer }
            ? answer.With("WWW-Authenticate", Challenge)
            : await pages(call, stop);
}
