using ItsmAi.Governance.Autonomy;
using ItsmAi.Hosting.Calls;

namespace ItsmAi.Hosting.Pages;

/// <summary>Answers <c>/autonomy</c> with what has been earned, and leaves every other page to the next.</summary>
public sealed class AutonomyPages(Func<CancellationToken, Task<IReadOnlyList<Standing>>> earned, WebReaction others)
{
    public async Task<WebAnswer> Answer(WebCall call, CancellationToken stop) =>
        call.Path.Trim('/') == "autonomy" ? AutonomyPage.Of(await earned(stop)) : await others(call, stop);
}
